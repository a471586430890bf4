package se.sigill.staff.page;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.finding.Finding;
import se.sigill.ingest.spool.Remark;
import se.sigill.look.Language;

/**
 * A finding as a page says it. On a Swedish page that is what the code means and what to do, and the finding's own
 * English message stays beside for the technician; a code without Swedish words has the English alone.
 *
 * @param severity error, warning or info
 * @param code the finding's id
 * @param where the place; may be empty
 * @param text what was found, in the language of the page; empty if only {@code detail} says it
 * @param remedy what to do, likewise
 * @param detail in English, to be marked so; empty if {@code text} is the message itself
 */
public record Said(String severity, String code, String where, String text, String remedy, String detail) {

    public static Said of(Finding finding, Language l) {
        return of(Remark.of(finding), l);
    }

    static Said of(Remark remark, Language l) {
        return switch (l) {
            case EN -> said(remark, remark.message(), remark.remedy(), "");
            case SV ->
                SwedishFindings.find(remark.code())
                        .map(words -> said(remark, words.meaning(), words.remedy(), remark.message()))
                        .orElseGet(() -> said(remark, "", "", joined(remark.message(), remark.remedy())));
        };
    }

    /** Without place and message, for who may not know them; {@code instead} says so in the language of the page. */
    static Said withoutPlace(Finding finding, String instead, Language l) {
        Said words = of(Finding.of(finding.code(), "", ""), l);
        return new Said(
                finding.severity().word(), words.code, "", joined(words.text, instead), words.remedy, words.detail);
    }

    private static Said said(Remark remark, String text, String remedy, String detail) {
        return new Said(remark.severity(), remark.code(), remark.where(), text, remedy, detail);
    }

    /** The place left out if it is the one that the page names already. */
    Said within(String place) {
        return where.equals(place) ? new Said(severity, code, "", text, remedy, detail) : this;
    }

    /** In one line, for a message of the page itself: the detail only if nothing else is there. */
    public String sentence() {
        return Optional.of(joined(text, remedy)).filter(line -> !line.isEmpty()).orElse(detail);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
