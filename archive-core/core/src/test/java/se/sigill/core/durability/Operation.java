package se.sigill.core.durability;

/** One thing that was done to the file system below the recorded directory; paths are relative to it. */
public sealed interface Operation {
    /** A file or directory was opened. @param created the name is new @param truncated what was in it is gone */
    record Open(long handle, String path, boolean created, boolean truncated) implements Operation {}

    @SuppressWarnings("ArrayRecordComponent")
    record Write(long handle, long offset, byte[] bytes) implements Operation {}

    record Truncate(long handle, long size) implements Operation {}

    /** @param site the lines of ours that led here, innermost first */
    record Force(long handle, String site) implements Operation {}

    record MakeDirectory(String path) implements Operation {}

    record Rename(String from, String to) implements Operation {}

    record Link(String existing, String link) implements Operation {}

    record Delete(String path) implements Operation {}

    /** Somebody was told: from here on it must not get lost. */
    record Acknowledge(String what) implements Operation {}

    /** Nothing was done: what was before this is not the matter, and no power is cut in it. */
    record CutsBegin() implements Operation {}
}
