package se.sigill.core.durability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The store, with a log of the simplest kind. */
final class StoreProtocol implements Protocol {
    @Override
    public String name() {
        return "store";
    }

    @Override
    public void run(Recorder recorder, Path home) throws IOException {
        StoreWorkload.run(recorder, home);
    }

    @Override
    public void check(Path home, List<String> acknowledged) throws IOException {
        StoreWorkload.check(home, acknowledged);
    }

    @Override
    public boolean isExcused(String site) {
        return StoreWorkload.isExcused(site);
    }
}
