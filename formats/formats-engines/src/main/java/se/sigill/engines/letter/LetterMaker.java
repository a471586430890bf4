package se.sigill.engines.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Bidi;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import se.sigill.core.finding.Finding;
import se.sigill.engines.pdf.Glyphs;
import se.sigill.engines.pdf.LetterWriter;
import se.sigill.engines.pdf.PdfWriter;
import se.sigill.engines.vera.PdfaValidator;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Validation;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;

/** Makes one letter and believes it only when the validator does. */
public final class LetterMaker {
    /** A message names no more of each. */
    private static final int NAMED_MAX = 8;

    private final PdfaValidator validator;
    private final Writing writing;
    private final Glyphs glyphs = Glyphs.loadWithBold();

    /** Writes a page as PDF and says how many pages it became. */
    @FunctionalInterface
    interface Writing {
        int write(Document html, LocalDate date, Path out) throws IOException;
    }

    public LetterMaker(PdfaValidator validator) {
        this(validator, new LetterWriter()::write);
    }

    /** With a writer that may write nonsense: it is the validator who is believed. */
    LetterMaker(PdfaValidator validator, Writing writing) {
        this.validator = validator;
        this.writing = writing;
    }

    /** As {@link Letters#make}. @throws IOException if the machine fails; a part file may be left then */
    public Letters.Outcome make(Letter letter, Path target) throws IOException {
        // If we stop before the move, whoever asked removes the part file.
        Path part = Letters.part(target);
        int pages;
        try {
            pages = writing.write(LetterPage.of(letter, glyphs), letter.date(), part);
        } catch (RuntimeException e) {
            return away(
                    part,
                    Finding.of(
                            FormatFinding.ENGINE_FAILED,
                            "",
                            "cannot be laid out: " + e.getClass().getSimpleName()));
        }
        List<Validation> validations = validator.validateLastingForAll(part, "");
        if (!validations.stream().allMatch(Validation::valid)) {
            return away(part, Finding.of(FormatFinding.LETTER_INVALID, "", broken(validations)));
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Letters.Made(target, pages, PdfWriter.ENGINE, validations, signs(letter));
    }

    private static Letters.NotMade away(Path part, Finding why) throws IOException {
        Files.deleteIfExists(part);
        return new Letters.NotMade(why);
    }

    private static String broken(List<Validation> validations) {
        return validations.stream()
                .filter(validation -> !validation.valid())
                .map(LetterMaker::broken)
                .collect(Collectors.joining("; "));
    }

    private static String broken(Validation validation) {
        String rules = validation.failures().stream()
                .limit(NAMED_MAX)
                .map(Validation.Failure::code)
                .collect(Collectors.joining(", "));
        return validation.kind() + ": "
                + (rules.isEmpty()
                        ? validation.findings().stream().map(Finding::message).collect(Collectors.joining(", "))
                        : rules);
    }

    private List<Finding> signs(Letter letter) {
        List<Finding> findings = new ArrayList<>();
        SortedSet<String> missing = new TreeSet<>();
        letter.texts().forEach(text -> missing.addAll(glyphs.missing(LetterPage.composed(text))));
        if (!missing.isEmpty()) {
            String named = missing.stream().limit(NAMED_MAX).collect(Collectors.joining(" "));
            String more = missing.size() > NAMED_MAX ? " and " + (missing.size() - NAMED_MAX) + " more" : "";
            findings.add(Finding.of(FormatFinding.LETTER_SIGNS, "", "the font has not " + named + more));
        }
        if (letter.texts().map(glyphs::writable).map(String::toCharArray).anyMatch(LetterMaker::runsBackwards)) {
            String message = "words of a script that runs from right to left are drawn from left to right";
            findings.add(Finding.of(FormatFinding.LETTER_SIGNS, "", message));
        }
        return findings;
    }

    private static boolean runsBackwards(char[] text) {
        return Bidi.requiresBidi(text, 0, text.length);
    }
}
