package se.sigill.staff.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;
import se.sigill.formats.FormatFinding;
import se.sigill.look.Language;

class SwedishFindingsTest {
    /** A code that this version of the program has no words for. */
    private record Stranger(String id, Severity severity, String remedy) implements FindingCode {}

    private static final Finding STRANGE =
            Finding.of(new Stranger("E025", Severity.ERROR, "Look the code up."), "v1/inventory.json", "it differs");

    @Test
    void hasWordsForEveryCodeThatReachesAPageAndForNoOther() {
        Set<String> wanted = new TreeSet<>();
        SwedishFindings.CODES.forEach(code -> wanted.addAll(List.of(code.id(), code.id() + ".do")));

        assertEquals(wanted, new TreeSet<>(SwedishFindings.keys()));
    }

    @Test
    void writesWholeSentences() {
        List<String> broken = new ArrayList<>();
        for (FindingCode code : SwedishFindings.CODES) {
            SwedishFindings.Words words = SwedishFindings.find(code.id()).orElseThrow();
            for (String text : List.of(words.meaning(), words.remedy())) {
                if (!text.matches("\\p{Lu}.+\\.") || text.equals(code.remedy())) {
                    broken.add(code.id() + ": " + text);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void keepsTheMessageBesideTheSwedishWords() {
        Finding locked = Finding.of(FormatFinding.ENCRYPTED, "bilaga.pdf", "it asks for a password");

        Said swedish = Said.of(locked, Language.SV);
        Said english = Said.of(locked, Language.EN);

        assertEquals("Filen är låst med lösenord.", swedish.text());
        assertEquals("Be leverantören om ett exemplar utan lösenord.", swedish.remedy());
        assertEquals("it asks for a password", swedish.detail());
        assertEquals("bilaga.pdf", swedish.where());
        assertEquals("it asks for a password", english.text());
        assertEquals("", english.detail());
    }

    @Test
    void leavesACodeWithoutWordsInEnglishAndMarksItSo() {
        Said said = Said.of(STRANGE, Language.SV);

        assertEquals("", said.text() + said.remedy());
        assertEquals("it differs Look the code up.", said.detail());
        assertEquals("it differs Look the code up.", said.sentence());
    }

    @Test
    void tellsNeitherPlaceNorMessageOfAnotherAuthority() {
        for (Language l : Language.values()) {
            for (FindingCode code : List.of(FormatFinding.ENCRYPTED, new Stranger("E025", Severity.ERROR, "Look."))) {
                Said said =
                        Said.withoutPlace(Finding.of(code, "hemlig.pdf", "hemlig.pdf is locked"), "Någon annans.", l);

                assertTrue(said.text().endsWith("Någon annans."), said.toString());
                assertTrue(!said.toString().contains("hemlig"), said.toString());
                assertEquals(code.id(), said.code());
            }
        }
    }
}
