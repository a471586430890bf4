package se.sigill.open.limit;

import java.util.concurrent.Semaphore;

/** The limits of this server. */
public final class Limits {
    /** So many times a second's worth may be asked at once: a page with its pictures, a few searches in a row. */
    private static final int BURST_SECONDS = 30;

    /** Searches at the same time: more would make all of them slow. */
    private static final int SEARCHES_MAX = 16;

    private static final Limits ONE = new Limits(Integer.getInteger("sigill.open.rate", 5));

    private final Buckets buckets;
    private final Semaphore searches = new Semaphore(SEARCHES_MAX);

    private Limits(int perSecond) {
        this.buckets = new Buckets(perSecond, (double) perSecond * BURST_SECONDS, System::nanoTime);
    }

    /** Those of this process. */
    public static Limits current() {
        return ONE;
    }

    public Buckets buckets() {
        return buckets;
    }

    /** Room for searches; who takes it gives it back. */
    public Semaphore searches() {
        return searches;
    }
}
