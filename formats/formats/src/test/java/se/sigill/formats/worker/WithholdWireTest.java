package se.sigill.formats.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;
import se.sigill.formats.PartFacts;
import se.sigill.formats.part.PartCopy;
import se.sigill.formats.part.Withholding;
import se.sigill.formats.part.Withholding.What;

class WithholdWireTest {
    private static final FileInput SOURCE = new FileInput(Path.of("/x/brev.eml"), "brev.eml");
    private static final Path TARGET = Path.of("/x/kopia.eml");

    @Test
    void givesBackWhatIsLeftOut() {
        for (What what : List.<What>of(
                new What.Parts(new TreeMap<>(Map.of("2", "“två”\nhär", "3.1", "tre"))),
                new What.Pages(new TreeMap<>(Map.of(3, "tre", 12, "tolv"))))) {
            Json.Obj job = over(WithholdWire.job(SOURCE, what, TARGET));

            assertEquals(what, WithholdWire.what(job));
            assertEquals(SOURCE, Wire.file(job));
            assertEquals(TARGET, WithholdWire.target(job));
        }
    }

    @Test
    void givesBackEveryOutcome() {
        Extraction read = new Extraction(
                Identification.unknown(List.of()),
                new ExtractedText(List.of(new TextPart("0", "n", "text/plain", List.of(new TextPage(0, "t"))))),
                List.of(PartFacts.of("0", "n", "text/plain", "", 1, "")),
                List.of());
        for (PartCopy copy : List.<PartCopy>of(
                new PartCopy.Made(TARGET, "e 1", read),
                new PartCopy.NotMade(Finding.of(FormatFinding.COPY_RESIDUE, "part 2", "m")))) {
            assertEquals(copy, WithholdWire.copy(over(WithholdWire.write(copy))));
        }
    }

    @Test
    void takesNoOrderToLeaveOutNothingOrEverythingUnderTheSun() {
        assertThrows(IllegalArgumentException.class, () -> new What.Parts(new TreeMap<>()));
        assertThrows(IllegalArgumentException.class, () -> new What.Parts(new TreeMap<>(Map.of("1", " "))));
        assertThrows(IllegalArgumentException.class, () -> pages(Withholding.NAMED_MAX + 1));
        assertTrue(JsonWriter.bytes(WithholdWire.job(SOURCE, pages(Withholding.NAMED_MAX), TARGET)).length < 1 << 20);
    }

    private static What pages(int count) {
        return new What.Pages(IntStream.rangeClosed(1, count)
                .boxed()
                .collect(Collectors.toMap(
                        page -> page,
                        _ -> "\u00e5".repeat(Withholding.WORDS_CHARACTERS_MAX),
                        (one, _) -> one,
                        TreeMap::new)));
    }

    private static Json.Obj over(Json.Obj json) {
        return JsonReader.parse(JsonWriter.bytes(json)).asObject();
    }
}
