package se.sigill.core.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TlogFormatException;

/**
 * What a log says of itself at one moment.
 *
 * @param note the signed checkpoint; receipts and anchors carry it
 * @param checkpoint what is signed
 */
public record Head(SignedNote note, Checkpoint checkpoint) {
    private static final Pattern ORIGIN = Pattern.compile("(.+)/sigill/(?:public/)?epoch-([1-9][0-9]{0,8})");

    /** @throws TlogFormatException if the note is no checkpoint of an archive log */
    public static Head of(SignedNote note) {
        return of(note, LogForm.ARCHIVE);
    }

    /** @throws TlogFormatException if the note is no checkpoint of such a log */
    public static Head of(SignedNote note, LogForm form) {
        Head head = new Head(note, Checkpoint.of(note));
        if (!head.checkpoint().origin().equals(form.origin(head.archive(), head.epoch()))) {
            throw new TlogFormatException("the origin is not of the form " + form.origin("NAME", 1));
        }
        return head;
    }

    /** The origin of an epoch of an archive's log. */
    public static String origin(String archive, int epoch) {
        return LogForm.ARCHIVE.origin(archive, epoch);
    }

    /** Acts in the log. */
    public long size() {
        return checkpoint.size();
    }

    /** The archive's name. */
    public String archive() {
        return matched().group(1);
    }

    /** 1 or more; a restore begins the next. */
    public int epoch() {
        return Integer.parseInt(matched().group(2));
    }

    private Matcher matched() {
        Matcher matcher = ORIGIN.matcher(checkpoint.origin());
        if (!matcher.matches()) {
            throw new TlogFormatException("the origin is not of the form NAME/sigill/epoch-N");
        }
        return matcher;
    }
}
