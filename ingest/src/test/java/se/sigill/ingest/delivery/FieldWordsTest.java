package se.sigill.ingest.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldWordsTest {
    @ParameterizedTest
    @CsvSource({
        "OSL 26:1,             OSL 26:1",
        "26 kap. 1 §,          OSL 26:1",
        "OSL 21:3 a,           OSL 21:3 a",
        "OSL 19:3 st 2,        OSL 19:3 st 2",
        "19 kap. 3 § 2 st,     OSL 19:3 st 2",
        "19:3 st. 1 OSL,       OSL 19:3 st 1"
    })
    void readsProvisionsAsClerksWriteThem(String written, String read) {
        assertEquals(Optional.of(read), FieldWords.provision(written));
    }

    @ParameterizedTest
    @CsvSource({"OSL 19:3 st 2, OSL 19:3", "OSL 21:3 a, OSL 21:3 a"})
    void dropsAParagraphWhereTheCatalogueHasNone(String provision, String section) {
        assertEquals(section, FieldWords.withoutParagraph(provision));
    }
}
