package se.sigill.formats;

import java.nio.file.Path;
import java.util.Optional;

/** Makes images of how files look. */
public interface PageImages {
    /** An image is no larger, so that a page that shows it is quick on a slow line. */
    int BYTES_MAX = 150_000;

    /**
     * Makes an image of the first page of a PDF, or a small one of an image. Waits for the answer.
     *
     * @param folder an existing folder for the image; the caller owns and clears it
     * @return a PNG or JPEG file in the folder, at most {@link #BYTES_MAX} bytes; empty if none can be made: nothing
     *     depends on it
     */
    Optional<Path> first(FileInput file, Path folder);
}
