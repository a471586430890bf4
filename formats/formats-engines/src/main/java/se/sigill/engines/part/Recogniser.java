package se.sigill.engines.part;

import java.io.IOException;
import se.sigill.formats.FileInput;
import se.sigill.formats.Identification;

/** Says what a file is. */
@FunctionalInterface
public interface Recogniser {
    /** @throws IOException if it cannot be read */
    Identification identify(FileInput file) throws IOException;
}
