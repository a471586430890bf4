package se.sigill.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.sigill.core.json.JsonException;

class RecordJsonTest {

    @Test
    void readsWhatItWrote() {
        RecordDescription record = record();

        assertEquals(record, RecordJson.read(RecordJson.write(record)));
    }

    @Test
    void readsAVersionWithARendition() {
        FileFact pdf = new FileFact(
                "representations/preservation/data/a.pdf",
                "a.pdf",
                FileRole.PRESERVATION,
                7,
                "aa",
                "bb",
                new FormatId("fmt/477", "application/pdf", "PDF/A-2b", "PRONOM V100/20240501"),
                "representations/original/data/a.eml",
                "openhtmltopdf 1.1.65",
                List.of());

        RecordDescription second = record().withRendition(pdf);

        assertEquals(2, second.version());
        assertEquals(second, RecordJson.read(RecordJson.write(second)));
    }

    @Test
    void refusesAnotherForm() {
        assertThrows(JsonException.class, () -> RecordJson.read("{\"format\":\"sigill/record/2\"}"));
        assertThrows(
                JsonException.class,
                () -> RecordJson.read(RecordJson.write(record()).replace("drawn-up", "sideways")));
    }

    @Test
    void makesIdsOf128Bits() {
        Random random = new Random(1);

        for (int i = 0; i < 1000; i++) {
            RecordId id = RecordId.random(random);
            assertEquals(id, RecordId.ofUrn(id.urn()));
        }
        assertTrue(RecordId.isId("7zzzzzzzzzzzzzzzzzzzzzzzzz"));
        assertThrows(IllegalArgumentException.class, () -> new RecordId("8zzzzzzzzzzzzzzzzzzzzzzzzz"));
        assertThrows(IllegalArgumentException.class, () -> new RecordId("../../etc/passwd"));
    }

    private static RecordDescription record() {
        FormatId eml = new FormatId("fmt/950", "message/rfc822", "MIME Email", "PRONOM V100/20240501");
        PartFact part = new PartFact("1", "ritning.pdf", FormatId.UNKNOWN, 12, "cc");
        FileFact file = new FileFact(
                "representations/original/data/a.eml",
                "Åsas brev.eml",
                FileRole.ORIGINAL,
                99,
                "aa",
                "bb",
                eml,
                "",
                "",
                List.of(part));
        return new RecordDescription(
                new RecordId("0123456789abcdefghjkmnpqrs"),
                1,
                "email",
                "Bygglov för Strandvägen 14",
                "BN 2026/118",
                "2026-03-14",
                Direction.DRAWN_UP,
                "ansökan",
                "Byggnadsnämnden",
                "",
                "",
                "3.1",
                new Source("post", "m#1", "20261123T100000Z-ab", "inkorg.mbox#1", "From a@b Thu Jan  1"),
                Instant.parse("2026-11-23T10:00:00Z"),
                List.of(file));
    }
}
