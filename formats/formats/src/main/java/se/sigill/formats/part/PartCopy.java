package se.sigill.formats.part;

import java.nio.file.Path;
import se.sigill.core.finding.Finding;
import se.sigill.formats.Extraction;

/** What came of making a copy in part. */
public sealed interface PartCopy {
    /**
     * The copy is there, and nothing of what was left out was found in it.
     *
     * @param file the target that was given
     * @param madeBy engine and version
     * @param read what stands in the copy
     */
    record Made(Path file, String madeBy, Extraction read) implements PartCopy {}

    /**
     * There is no copy; nothing was left behind.
     *
     * @param why says where, never what: a part as {@code part 2}, a page as {@code page 3}
     */
    record NotMade(Finding why) implements PartCopy {}
}
