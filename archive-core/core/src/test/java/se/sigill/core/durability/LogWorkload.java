package se.sigill.core.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Appended;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogBed;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogFolder;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.LogVerifier;
import se.sigill.core.tlog.NoteSigner;

/** A log's life: founded, appended to, interrupted, erased in, given another key, restored. */
final class LogWorkload {
    private final NoteSigner first = LogBed.signer();
    private final NoteSigner next = LogBed.signer();
    private final Recorder recorder;
    private final Path log;

    LogWorkload(Recorder recorder, Path home) {
        this.recorder = recorder;
        this.log = home.resolve("archive/log");
    }

    /** A head binds every act below it, so it is all that has to be remembered. */
    private void told(Head head) {
        recorder.acknowledge(head.size() + " " + head.checkpoint().root());
    }

    private void append(ArchiveLog open, long from, long to) {
        told(open.append(LogBed.holds(from, to)).head());
    }

    void run() throws IOException {
        found();
        try (ArchiveLog open = ArchiveLog.open(log, first, LogBed.SETTINGS)) {
            append(open, 1, 4);
            append(open, 4, 254);
            append(open, 254, 259);
        }
        interrupted();
        try (ArchiveLog open = ArchiveLog.open(log, first, LogBed.SETTINGS)) {
            Appended disposed = open.append(List.of(LogBed.disposed(5)));
            told(disposed.head());
            long order = disposed.first();
            open.erase(List.of(5L, 257L), order);
            recorder.acknowledge("erased 5");
            recorder.acknowledge("erased 257");
            Act.KeyRotated rotated = new Act.KeyRotated(
                    LogBed.AT,
                    LogBed.ANNA,
                    "log",
                    first.key().toString(),
                    next.key().toString(),
                    "byte",
                    "");
            told(open.rotate(rotated, next).head());
            append(open, 300, 302);
        }
        String from = Files.readString(log.resolve("checkpoint"));
        long size = LogReader.open(log).head().size();
        Act.Restored restored = new Act.Restored(LogBed.AT, LogBed.ANNA, from, size, size, "prov");
        try (ArchiveLog open = ArchiveLog.beginEpoch(log, restored, List.of(), next, LogBed.SETTINGS)) {
            told(open.head());
            append(open, 310, 311);
        }
    }

    /** Founding fails after each change in turn, and is tried again. */
    private void found() {
        Act.Founded act = LogBed.founded(first);
        for (int n = 1; n < 100; n++) {
            recorder.failAt(n);
            try (ArchiveLog open = ArchiveLog.found(log, act, first, LogBed.SETTINGS)) {
                told(open.head());
                recorder.failAt(0);
                return;
            } catch (ArchiveException.StorageFailed e) {
                recorder.failAt(0);
            } catch (ArchiveException.Refused e) {
                // The step that failed came after the checkpoint: it is founded.
                recorder.failAt(0);
                reopen();
                return;
            }
        }
    }

    /** An append fails after each change in turn; whoever opens the log then is told what it has. */
    private void interrupted() {
        for (int n = 1; n < 100; n++) {
            boolean done = false;
            ArchiveLog open = ArchiveLog.open(log, first, LogBed.SETTINGS);
            recorder.failAt(n);
            try {
                open.append(LogBed.holds(400 + n, 402 + n));
                done = true;
            } catch (ArchiveException.StorageFailed e) {
                // As meant.
            }
            recorder.failAt(0);
            open.close();
            reopen();
            if (done) {
                return;
            }
        }
    }

    private void reopen() {
        try (ArchiveLog open = ArchiveLog.open(log, first, LogBed.SETTINGS)) {
            told(open.head());
        }
    }

    /** Opens the log as a start would, and looks for everything that somebody was told. */
    void check(Path home, List<String> told) throws IOException {
        Path at = home.resolve("archive/log");
        if (!Files.exists(at.resolve("checkpoint"))) {
            assertEquals(List.of(), told, "the log is gone");
            return;
        }
        NoteSigner signer = new LogFolder(at)
                        .head()
                        .orElseThrow()
                        .note()
                        .verifiedBy(List.of(first.key()))
                        .isEmpty()
                ? next
                : first;
        try (ArchiveLog open = ArchiveLog.open(at, signer, LogBed.SETTINGS)) {
            for (String what : told) {
                look(open, what);
            }
            List<Finding> errors = new LogVerifier(at, List.of(first.key()), List.of())
                    .verify().findings().stream().filter(Finding::isError).toList();
            assertEquals(List.of(), errors);
            open.append(LogBed.holds(1, 2));
        }
    }

    private static void look(ArchiveLog open, String what) {
        if (what.startsWith("erased ")) {
            LogEntry entry = open.reader().entry(Long.parseLong(what.substring(7)));
            assertTrue(entry instanceof LogEntry.Erased, what + " is back");
            return;
        }
        long size = Long.parseLong(what.substring(0, what.indexOf(' ')));
        assertTrue(
                size <= open.head().size(),
                size + " acts were there, " + open.head().size() + " are left");
        assertEquals(
                what.substring(what.indexOf(' ') + 1),
                open.reader().root(size, open.head()).toString());
    }
}
