package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.json.JsonException;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.tlog.TlogFormatException;
import se.sigill.formats.Engine;

/**
 * What {@code doctor} looks at. Changes nothing but for a file in {@code work/} that it deletes again; takes no lock,
 * so that it can look at a running or a broken archive.
 */
public final class Examination {
    private static final long FREE_BYTES_LOW = 2L << 30;
    private static final Duration CERTIFICATE_SOON = Duration.ofDays(60);
    /** A clock before this day is wrong: Sigill was not written yet. */
    private static final Instant CLOCK_MIN = Instant.parse("2026-11-01T00:00:00Z");

    private final List<Line> lines = new ArrayList<>();

    private Examination() {}

    /** How something stands. */
    public enum State {
        GOOD("ok "),
        /** Works, with something missing or soon to come. */
        FAIR("-- "),
        BAD("!! ");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One thing looked at. @param remedy what to do, empty if nothing */
    public record Line(String what, State state, String fact, String remedy) {}

    public static List<Line> of(Home home) {
        Examination examination = new Examination();
        examination.engines();
        examination.disk(home.root());
        examination.clock(home);
        if (home.exists()) {
            examination.keys(home);
            examination.log(home);
            examination.lines.add(new StoreExamination(home).line());
        } else {
            examination.add(
                    "archive", State.FAIR, "there is none in " + home.root(), "sigill init --home " + home.root());
        }
        return examination.lines;
    }

    private void engines() {
        for (Engine engine : Engines.all()) {
            String name = "engine " + engine.name();
            if (engine.available()) {
                add(name, State.GOOD, engine.version() + ", " + engine.purpose(), "");
            } else {
                add(
                        name,
                        engine.howToInstall().isEmpty() ? State.BAD : State.FAIR,
                        "not there; " + engine.purpose() + " waits as gaps that close by themselves",
                        engine.howToInstall());
            }
        }
    }

    private void disk(Path root) {
        Path there = root;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            FileStore disk = Files.getFileStore(there);
            long free = disk.getUsableSpace();
            add(
                    "disk",
                    free < FREE_BYTES_LOW ? State.BAD : State.GOOD,
                    (free >> 20) + " MiB free on " + disk.type(),
                    free < FREE_BYTES_LOW ? "Make room: below 2 GiB nothing more should be taken in." : "");
            inodes(there);
        } catch (IOException e) {
            add("disk", State.BAD, "cannot be looked at: " + e.getMessage(), "Check the mount of " + there);
        }
    }

    /** A record costs some seventeen inodes, so they may end before the bytes do. */
    private void inodes(Path there) throws IOException {
        Process df = new ProcessBuilder("df", "--output=iavail,ipcent", there.toString())
                .redirectErrorStream(true)
                .start();
        List<String> rows;
        try (var reader = df.inputReader()) {
            rows = reader.lines().toList();
        }
        String[] cells = rows.isEmpty() ? new String[0] : rows.getLast().strip().split("\\s+");
        if (cells.length == 2 && cells[0].chars().allMatch(Character::isDigit)) {
            long free = Long.parseLong(cells[0]);
            boolean few = free > 0 && free < 1_000_000;
            add(
                    "inodes",
                    few ? State.FAIR : State.GOOD,
                    free + " free (" + cells[1] + " used)",
                    few ? "Room for about " + free / 17 + " records; make a file system with more inodes." : "");
        } else {
            add("inodes", State.FAIR, "this system does not say", "");
        }
    }

    private void clock(Home home) {
        Instant now = Clock.systemUTC().instant();
        Instant last = CLOCK_MIN;
        if (home.exists()) {
            try {
                LogReader log = LogReader.open(home.log());
                if (log.entry(log.head().size() - 1) instanceof LogEntry.Kept kept) {
                    last = kept.act().at();
                }
            } catch (ArchiveException | JsonException | TlogFormatException e) {
                add("last act", State.BAD, String.valueOf(e.getMessage()), "sigill verify " + home.root());
            }
        }
        boolean back = now.isBefore(last);
        add(
                "clock",
                back ? State.BAD : State.GOOD,
                now.toString() + (back ? ", before the last act of " + last : ""),
                back ? "Set the clock (chrony, timedatectl) before anything is taken in." : "");
    }

    private void keys(Home home) {
        try {
            for (KeyRing.Shown key : KeyCare.ring(home).show()) {
                boolean soon = key.until()
                        .map(until -> until.isBefore(Instant.now().plus(CERTIFICATE_SOON)))
                        .orElse(false);
                add(
                        "key " + key.name().word(),
                        soon ? State.FAIR : State.GOOD,
                        key.fingerprint(),
                        soon
                                ? "Its certificate ends " + key.until().orElseThrow() + ": sigill keys rotate "
                                        + key.name().word()
                                : "");
            }
        } catch (ArchiveException e) {
            add("keys", State.BAD, String.valueOf(e.getMessage()), "Put the keys back from where they are kept safe.");
        }
    }

    private void log(Home home) {
        try {
            var head = LogReader.open(home.log()).head();
            add("log", State.GOOD, head.size() + " acts, epoch " + head.epoch(), "");
        } catch (ArchiveException e) {
            add("log", State.BAD, String.valueOf(e.getMessage()), "sigill verify " + home.root());
        }
    }

    private void add(String what, State state, String fact, String remedy) {
        lines.add(new Line(what, state, fact, remedy));
    }
}
