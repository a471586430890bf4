package se.sigill.formats;

import java.nio.file.Path;
import se.sigill.core.finding.Finding;

/** Makes images of how files look, page by page. */
public interface PageImages {
    /** An image is no larger, so that a page that shows it is quick on a slow line. */
    int BYTES_MAX = 150_000;

    /** What came of it. */
    sealed interface PageImage {
        /**
         * @param file PNG or JPEG, at most {@link #BYTES_MAX} bytes, in the folder that was given
         * @param pages how many the file has; at least 1
         */
        record Drawn(Path file, int pages) implements PageImage {}

        /**
         * The page cannot be drawn, and never will be.
         *
         * @param pages how many the file has, fewer than was asked for if there is no such page; 0 if it cannot be read
         */
        record None(int pages) implements PageImage {}

        /** The engine broke down or was stopped: another time it may do better. */
        record Broken(Finding why) implements PageImage {}
    }

    /**
     * Makes an image of one page of a PDF, or a small one of an image, which has one page. Waits for the answer.
     *
     * @param number of the page, from 1
     * @param folder an existing folder for the image; the caller owns and clears it
     */
    PageImage page(FileInput file, int number, Path folder);
}
