package se.sigill.app.withdrawal;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What was acknowledged as withdrawn, and what was answered after. Thread-safe. */
final class Withdrawn {
    private static final int TOLD_MAX = 20;

    private final PrintStream out;
    private final List<Served.Record> gone = new CopyOnWriteArrayList<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong found = new AtomicLong();
    private final AtomicLong shown = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    Withdrawn(PrintStream out) {
        this.out = out;
    }

    /** From now on no answer may show it. */
    void acknowledged(Served.Record record) {
        gone.add(record);
    }

    /** What must not be in an answer to a question that is asked from now on. */
    List<Served.Record> now() {
        return List.copyOf(gone);
    }

    void answered(String path, int status, String body, List<Served.Record> before) {
        answers.incrementAndGet();
        if (status == 200) {
            found.incrementAndGet();
        }
        for (Served.Record record : before) {
            // A page may repeat what was asked for; what was asked for is no news.
            if (!path.contains(record.mark()) && body.contains(record.mark())
                    || path.contains(record.mark())
                            && body.contains("handling/" + record.id())
                            && body.contains("<mark>")) {
                if (shown.incrementAndGet() <= TOLD_MAX) {
                    out.println("SHOWN " + record.id() + " by /" + path);
                }
            }
        }
    }

    void end() {
        over.set(true);
    }

    boolean isOver() {
        return over.get();
    }

    long answers() {
        return answers.get();
    }

    /** Answers that showed something at all. */
    long found() {
        return found.get();
    }

    long shown() {
        return shown.get();
    }
}
