package se.sigill.formats.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Validation;
import se.sigill.formats.letter.Block;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;

class LetterWireTest {
    private static final Path TARGET = Path.of("/x/letter.pdf");

    @Test
    void givesBackALetter() {
        Letter letter = letter(List.of(
                new Block.Heading(1, "a"),
                new Block.Heading(2, "b"),
                new Block.Paragraph("§ 1\n“två”"),
                new Block.Quote("q"),
                new Block.ListOf(List.of("x", "")),
                new Block.Facts(List.of(new Block.Fact("l", "v"))),
                new Block.Table("c", List.of("h", "i"), List.of(List.of("1", "2"), List.of("", "\u0000"))),
                new Block.PageBreak()));

        Json.Obj job = over(LetterWire.job(letter, TARGET));

        assertEquals(letter, LetterWire.letter(job));
        assertEquals(TARGET, LetterWire.target(job));
    }

    @Test
    void givesBackEveryOutcome() {
        Finding finding = Finding.of(FormatFinding.LETTER_SIGNS, "", "m");
        Validation valid = new Validation("pdfa-2a", Validation.Verdict.VALID, "v 1", List.of(), List.of());
        for (Letters.Outcome outcome : List.<Letters.Outcome>of(
                new Letters.Made(TARGET, 3, "e 1", List.of(valid), List.of(finding)), new Letters.NotMade(finding))) {
            assertEquals(outcome, LetterWire.outcome(over(LetterWire.write(outcome))));
        }
    }

    @Test
    void aLetterWithinItsLimitsIsWithinThoseOfAJob() {
        int cells = Letter.PIECES_MAX - 10;
        List<List<String>> rows = Collections.nCopies(cells, List.of("\u0001"));
        String rest = "\u0001".repeat(Letter.CHARACTERS_MAX - cells - 100);
        Letter letter = letter(List.of(new Block.Table("", List.of("h"), rows), new Block.Paragraph(rest)));

        assertTrue(letter.beyondLimit().isEmpty(), letter.beyondLimit().toString());
        assertTrue(JsonWriter.bytes(LetterWire.job(letter, TARGET)).length < 1 << 20);
        Letter more = letter(List.of(new Block.Paragraph("x".repeat(Letter.CHARACTERS_MAX))));
        assertTrue(more.beyondLimit().orElseThrow().contains("at most 120000"));
    }

    @Test
    void takesNoLetterThatCannotBeRightlyTagged() {
        assertThrows(IllegalArgumentException.class, () -> letter(List.of(new Block.Heading(2, "first"))));
        assertThrows(IllegalArgumentException.class, () -> new Block.Heading(4, "deep"));
        assertThrows(
                IllegalArgumentException.class, () -> new Block.Table("", List.of("a"), List.of(List.of("1", "2"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Letter(Letter.Language.SV, "🙂", "A", "", LocalDate.EPOCH, List.of(), ""));
    }

    private static Letter letter(List<Block> blocks) {
        return new Letter(Letter.Language.EN, "T", "A", "D", LocalDate.of(2026, 3, 14), blocks, "F");
    }

    private static Json.Obj over(Json.Obj json) {
        return JsonReader.parse(JsonWriter.bytes(json)).asObject();
    }
}
