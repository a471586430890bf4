package se.sigill.zone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import se.sigill.core.disk.Durable;

/**
 * Takes out of the index's files the words of what was taken away. Nobody finds these any more when the bundle is
 * applied; here their bytes go. That rewrites each segment that held some, so it is done once for many, when the zone
 * has been quiet for a while, and beside what is applied meanwhile. A mark on disk says through any stop that there is
 * something to be done, and since when. Safe for threads.
 */
public final class Expunging {
    /** A withdrawal seldom comes alone. */
    static final Duration QUIET = Duration.ofSeconds(10);

    /** However much goes on: nothing may be left after fifteen minutes, and the work itself takes time. */
    static final Duration LATEST = Duration.ofMinutes(5);

    private final Path mark;
    private final PublicIndex index;
    private final Clock clock;
    /** How often something was marked by this process. */
    private long marked;

    private Instant last;

    Expunging(Path mark, PublicIndex index, Clock clock) {
        this.mark = mark;
        this.index = index;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Something was deleted from the index that may be durable next. The mark is durable when this returns. */
    synchronized void mark() throws IOException {
        marked++;
        last = clock.instant();
        if (!Files.exists(mark)) {
            put(last);
        }
    }

    private void put(Instant since) throws IOException {
        Durable.replace(mark, since.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Expunges if there is something, and its time has come. */
    public void whenQuiet() throws IOException {
        if (isTime()) {
            atOnce();
        }
    }

    private synchronized boolean isTime() throws IOException {
        Instant now = clock.instant();
        // A clock that was put back makes nothing wait.
        return Duration.between(last, now).abs().compareTo(QUIET) >= 0
                || (Files.exists(mark) && Duration.between(since(), now).abs().compareTo(LATEST) >= 0);
    }

    private Instant since() throws IOException {
        try {
            return Instant.parse(Files.readString(mark));
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** Expunges if there is something. Bundles may be applied meanwhile; what they delete stays marked. */
    public void atOnce() throws IOException {
        long before;
        synchronized (this) {
            if (!Files.exists(mark)) {
                return;
            }
            before = marked;
        }
        Instant began = clock.instant();
        index.expunge();
        synchronized (this) {
            if (marked == before) {
                Files.deleteIfExists(mark);
            } else {
                put(began);
            }
        }
    }
}
