package se.sigill.core.durability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The log. Run once, then check what may be left of that run. */
final class LogProtocol implements Protocol {
    private Optional<LogWorkload> ran = Optional.empty();

    @Override
    public String name() {
        return "log";
    }

    @Override
    public void run(Recorder recorder, Path home) throws IOException {
        LogWorkload workload = new LogWorkload(recorder, home);
        workload.run();
        ran = Optional.of(workload);
    }

    @Override
    public void check(Path home, List<String> acknowledged) throws IOException {
        ran.orElseThrow().check(home, acknowledged);
    }

    @Override
    public boolean isExcused(String site) {
        return false;
    }

    @Override
    public Map<String, Set<String>> removals(List<Operation> recording) {
        return Protocol.lines(recording);
    }
}
