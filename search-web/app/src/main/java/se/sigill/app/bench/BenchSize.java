package se.sigill.app.bench;

/**
 * How much is measured.
 *
 * @param papers papers of all formats
 * @param mails mails, every fifth with an attachment
 * @param auditBytes content of the archive that is checked
 * @param largeBytes size of the one large file; 0 leaves it out
 * @param smallRecords small records taken in from end to end
 * @param searchRecords small records in the index that is searched and rebuilt
 * @param queries how many queries the percentiles are taken from
 * @param fsyncs how many small files the raw loop makes
 */
public record BenchSize(
        int papers,
        int mails,
        long auditBytes,
        long largeBytes,
        int smallRecords,
        int searchRecords,
        int queries,
        int fsyncs) {
    private static final long GIB = 1L << 30;

    /** What the published numbers are taken from. */
    public static final BenchSize FULL = new BenchSize(1000, 2000, 2 * GIB, 2 * GIB, 10_000, 100_000, 5000, 4000);

    /** A tenth and less: whether it works, in about a minute; its figures are not for publishing. */
    public static final BenchSize QUICK = new BenchSize(60, 120, GIB / 8, GIB / 8, 500, 2000, 500, 800);

    /** The full size times a factor between 0.001 and 100. */
    public static BenchSize scaled(double factor) {
        if (!(factor >= 0.001 && factor <= 100)) {
            throw new IllegalArgumentException("the scale is a number from 0.001 to 100, not " + factor);
        }
        return new BenchSize(
                times(FULL.papers, factor),
                times(FULL.mails, factor),
                (long) (FULL.auditBytes * factor),
                (long) (FULL.largeBytes * factor),
                times(FULL.smallRecords, factor),
                times(FULL.searchRecords, factor),
                FULL.queries,
                FULL.fsyncs);
    }

    private static int times(int count, double factor) {
        return (int) Math.max(1, Math.round(count * factor));
    }

    /** Free space the run needs: sources, the archive's own bytes, and some for indexes and engines. */
    long diskBytes() {
        return 2 * auditBytes + 2 * largeBytes + (smallRecords + searchRecords) * 40_000L + GIB / 2;
    }
}
