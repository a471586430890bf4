package se.sigill.formats;

import java.nio.file.Path;
import se.sigill.core.finding.Finding;

/** Makes images of how files look. */
public interface PageImages {
    /** An image is no larger, so that a page that shows it is quick on a slow line. */
    int BYTES_MAX = 150_000;

    /** What came of it. */
    sealed interface PageImage {
        /** @param file PNG or JPEG, at most {@link #BYTES_MAX} bytes, in the folder that was given */
        record Drawn(Path file) implements PageImage {}

        /** The file cannot be drawn, and never will be. */
        record None() implements PageImage {}

        /** The engine broke down or was stopped: another time it may do better. */
        record Broken(Finding why) implements PageImage {}
    }

    /**
     * Makes an image of the first page of a PDF, or a small one of an image. Waits for the answer.
     *
     * @param folder an existing folder for the image; the caller owns and clears it
     */
    PageImage first(FileInput file, Path folder);
}
