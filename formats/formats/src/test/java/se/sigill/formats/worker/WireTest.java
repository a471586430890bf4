package se.sigill.formats.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.formats.Extraction;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;
import se.sigill.formats.Normalisation;
import se.sigill.formats.PartFacts;
import se.sigill.formats.Validation;

class WireTest {
    private static final Finding FINDING = Finding.of(FormatFinding.CONFLICT, "a.txt", "two answers");

    private static final Identification ID = new Identification(
            "fmt/412",
            "application/x",
            "Word 2007",
            "PRONOM V1/2",
            Identification.Method.CONTAINER,
            List.of("fmt/40"),
            List.of(FINDING));

    @Test
    void givesBackAnExtraction() {
        PartFacts facts =
                new PartFacts("2.1", "å.txt", "text/plain", "", 7, "ab", new TreeMap<>(Map.of("title", "T\nU")));
        ExtractedText text = new ExtractedText(
                List.of(new TextPart("2.1", "å.txt", "text/plain", List.of(new TextPage(3, "en \"rad\"\n@två")))));
        Extraction extraction = new Extraction(ID, text, List.of(facts), List.of(FINDING));

        assertEquals(
                extraction,
                Wire.extraction(JsonReader.parse(JsonWriter.bytes(Wire.write(extraction)))
                        .asObject()));
    }

    @Test
    void givesBackEveryOutcomeOfMaking() {
        Validation valid = new Validation(
                "pdfa-2a",
                Validation.Verdict.VALID,
                "v 1",
                List.of(new Validation.Failure("6.1-1", "m", 2)),
                List.of());
        for (Normalisation outcome : List.of(
                new Normalisation.Kept("lasts", List.of(FINDING)),
                new Normalisation.Refused(List.of(FINDING), "LibreOffice"),
                new Normalisation.Normalised(
                        Path.of("/x/y.pdf"),
                        "fmt/476",
                        "application/pdf",
                        Normalisation.Kind.CONTENT,
                        "e 1",
                        valid,
                        List.of(),
                        "LibreOffice"))) {
            assertEquals(
                    outcome,
                    Wire.normalisation(JsonReader.parse(JsonWriter.bytes(Wire.write(outcome)))
                            .asObject()));
        }
    }
}
