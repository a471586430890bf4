package se.sigill.engines.part;

import java.io.IOException;

/** Reads what stands in a part of some formats. */
public interface PartReader {

    /** Whether it reads this media type. */
    boolean reads(String mime);

    /**
     * Reads a part and gives its children to the tree. What cannot be read is a finding of the tree's sink; what could
     * be read until then is the answer.
     *
     * @throws IOException if the machine fails, not if the part is damaged
     */
    PartContent read(OpenPart part, PartTree tree) throws IOException;
}
