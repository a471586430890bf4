package se.sigill.formats;

import static se.sigill.core.finding.Severity.ERROR;
import static se.sigill.core.finding.Severity.INFO;
import static se.sigill.core.finding.Severity.WARNING;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What the engines have to say about a file. Described in {@code docs/reference/findings/formats.md}. */
public enum FormatFinding implements FindingCode {
    UNKNOWN(WARNING, "Ask the supplier what the file is, or add a newer signature pair and identify again."),
    CONFLICT(INFO, "Look at the file if its format matters; both answers are kept."),
    EXTENSION_MISMATCH(INFO, "Nothing to do: the content decides, not the name."),
    EMPTY_FILE(WARNING, "Ask the supplier whether the file is meant to be empty."),
    UNREADABLE(ERROR, "Check that the file exists and that Sigill may read it, then run again."),
    DAMAGED(WARNING, "Ask the supplier for a sound copy; the bytes are kept as they are."),
    PART_DAMAGED(WARNING, "Look at the named part; its bytes are kept inside the file."),
    ENCRYPTED(WARNING, "Ask the supplier for a copy without password."),
    TEXT_UNSUPPORTED(INFO, "Nothing to do: the format carries no text that an engine here can read."),
    TEXT_NONE(INFO, "Read the pages by text recognition: they are pictures."),
    TEXT_LIMIT(WARNING, "Raise the text limit and extract again if the rest must be searchable."),
    PARTS_LIMIT(WARNING, "Unpack the file outside and deliver its parts."),
    DEPTH_LIMIT(WARNING, "Unpack the file outside and deliver its parts."),
    BOMB(WARNING, "Look at the file with care: it unpacks to far more than its size."),
    OUTPUT_LIMIT(WARNING, "Raise the limit of the workers' answers, or leave the file without text."),
    REMOTE_CONTENT(INFO, "Nothing to do: remote pictures were not fetched and are left out of the rendition."),
    ENGINE_MISSING(WARNING, "Install the engine that the message names; the gap then closes by itself."),
    ENGINE_FAILED(WARNING, "Look at the file in the program it was made with; the original is kept."),
    ENGINE_TIMEOUT(WARNING, "Raise the time limit of the workers, or accept the gap with a reason."),
    ENGINE_CRASHED(WARNING, "Accept the gap with a reason, or try again with a newer engine."),
    ENGINE_OUT_OF_MEMORY(WARNING, "Raise the memory of the workers, or accept the gap with a reason."),
    NO_CONVERTER(WARNING, "Accept the gap with a reason, or wait for a converter for this format."),
    RENDITION_INVALID(WARNING, "Look at what the validator says; the rendition was thrown away."),
    RENDITION_EMPTY(WARNING, "Look at the file; the rendition was thrown away."),
    RENDITION_TEXT_DIFFERS(WARNING, "Compare with the original; the rendition was thrown away."),
    LETTER_LIMIT(ERROR, "Shorten the letter, or send the long part as an enclosure."),
    LETTER_SIGNS(
            INFO, "Read the letter before it is sent: a sign without glyph stands there by its number, as [U+1F642]."),
    LETTER_INVALID(ERROR, "Report the rules named: the letter was thrown away, and nothing may be sent."),
    COPY_TARGET(ERROR, "Choose something else to leave out; a part inside another file goes with the whole of it."),
    COPY_SIGNED(ERROR, "Release or refuse the whole: a signed file cannot be taken apart and still be signed."),
    COPY_ENCRYPTED(ERROR, "Release or refuse the whole: nobody can look into what is encrypted."),
    COPY_UNFIT(ERROR, "Release or refuse the whole, or make the copy by hand and have two people read it."),
    COPY_RESIDUE(ERROR, "Leave out also the part or page that the message names; the copy was thrown away."),
    INVALID(WARNING, "Ask the supplier for a file that keeps the rules named, or accept the gap; the file is kept."),
    NOT_LASTING(
            WARNING, "Ask the supplier for PDF/A (export it so), or accept the gap with a reason; the file is kept."),
    NO_VALIDATOR(INFO, "Nothing to do: whether the file keeps the rules of its format cannot be told here."),
    UNDECLARED(WARNING, "Name the flavour with --as, or ask the supplier for a file that says what it claims to be."),
    POLICY_ROW(ERROR, "Mend the row of the policy table and adopt it again."),
    SIGNATURES_UNUSABLE(ERROR, "Give a folder with one DROID_SignatureFile_V*.xml and its container-signature-*.xml.");

    private static final Map<String, FormatFinding> BY_ID =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(FormatFinding::id, Function.identity()));

    private final Severity severity;
    private final String remedy;

    FormatFinding(Severity severity, String remedy) {
        this.severity = severity;
        this.remedy = remedy;
    }

    /** The code with this id, empty if it is none of ours. */
    public static Optional<FormatFinding> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    @Override
    public String id() {
        return "FORMAT-" + name().replace('_', '-');
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
