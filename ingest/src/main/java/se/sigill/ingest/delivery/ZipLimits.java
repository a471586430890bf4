package se.sigill.ingest.delivery;

/**
 * What a delivered zip may grow to. Checked against what the zip states and again while bytes come out of it.
 *
 * @param entriesMax how many files and folders
 * @param totalBytesMax all files unpacked, in bytes
 * @param ratioMax how many bytes one packed byte may become, once a file is over {@link #RATIO_FREE_BYTES}. Deflate
 *     cannot pass 1032; ordinary office files and logs stay under 200
 */
public record ZipLimits(int entriesMax, long totalBytesMax, int ratioMax) {
    /** Small files may shrink as well as they like: a log of blanks is no bomb. */
    public static final long RATIO_FREE_BYTES = 10L << 20;

    /** 500,000 entries, 200 GiB, 1:200. */
    public static final ZipLimits ORDINARY = new ZipLimits(500_000, 200L << 30, 200);

    boolean isSwollen(long packedBytes, long sizeBytes) {
        return sizeBytes > RATIO_FREE_BYTES && sizeBytes / ratioMax > packedBytes;
    }
}
