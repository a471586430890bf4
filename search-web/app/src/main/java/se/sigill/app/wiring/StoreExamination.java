package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.store.FileContentStore;

/** Whether the store can be worked on: its layout, the rights, and whether its file system makes hard links. */
final class StoreExamination {
    private static final String REMEDY = "Mount it, or give it back to the account that runs Sigill.";

    private final Home home;

    StoreExamination(Home home) {
        this.home = home;
    }

    Examination.Line line() {
        try {
            FileContentStore.open(home.ocfl(), home.work());
        } catch (ArchiveException e) {
            return bad(String.valueOf(e.getMessage()), "sigill verify " + home.root());
        }
        for (Path folder : List.of(home.ocfl(), home.work())) {
            if (!Files.isReadable(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder)) {
                return bad(folder + " is not readable and writable", REMEDY);
            }
        }
        try {
            return links();
        } catch (IOException e) {
            return bad("a file cannot be written in " + home.work() + ": " + e.getMessage(), REMEDY);
        }
    }

    /** Tried in {@code work/}, where staging is: objects are renamed from there, so it must be one file system. */
    private Examination.Line links() throws IOException {
        if (!Files.getFileStore(home.work()).equals(Files.getFileStore(home.ocfl()))) {
            return bad("work/ and archive/ocfl lie on two file systems", "Put them on one: objects are renamed.");
        }
        List<Path> made = new ArrayList<>();
        try {
            made.add(Files.createTempFile(home.work(), "doctor-", ""));
            Path link = made.getFirst().resolveSibling(made.getFirst().getFileName() + "-link");
            Files.createLink(link, made.getFirst());
            made.add(link);
            return new Examination.Line(
                    "store", Examination.State.GOOD, "readable and writable, layout as expected, hard links", "");
        } catch (UnsupportedOperationException e) {
            return withoutLinks();
        } catch (IOException e) {
            if (made.isEmpty()) {
                throw e;
            }
            return withoutLinks();
        } finally {
            for (Path each : made) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static Examination.Line withoutLinks() {
        return new Examination.Line(
                "store",
                Examination.State.FAIR,
                "readable and writable, layout as expected, no hard links on this file system",
                "It works, but every file is copied: a file system with hard links (ext4, xfs) is faster.");
    }

    private static Examination.Line bad(String fact, String remedy) {
        return new Examination.Line("store", Examination.State.BAD, fact, remedy);
    }
}
