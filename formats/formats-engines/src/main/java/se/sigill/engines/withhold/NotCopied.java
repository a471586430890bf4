package se.sigill.engines.withhold;

import java.io.Serial;
import se.sigill.core.finding.Finding;
import se.sigill.formats.FormatFinding;

/** There can be no copy of this file without what was named. Says where, never what. */
final class NotCopied extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final FormatFinding code;
    private final String where;

    /** @param where {@code part 2}, {@code page 3}; empty: the whole file */
    NotCopied(FormatFinding code, String where, String message) {
        super(message);
        this.code = code;
        this.where = where;
    }

    Finding finding() {
        return Finding.of(code, where, String.valueOf(getMessage()));
    }

    static NotCopied unfit(String message) {
        return new NotCopied(FormatFinding.COPY_UNFIT, "", message);
    }

    static NotCopied residue(String where, Residue.Kind kind) {
        return new NotCopied(FormatFinding.COPY_RESIDUE, where, kind.said());
    }
}
