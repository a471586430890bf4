package se.sigill.app.outward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicPart;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.PartFact;
import se.sigill.core.record.RecordDescription;

/** Every field of a record is said to go out or to stay, one by one: a new one fails here until somebody has decided. */
final class PublicFieldsTest {
    @Test
    void ofARecord() {
        each(
                RecordDescription.class,
                PublicRecord.class,
                // When and from where it came says more of who delivered than of the document.
                Set.of("version", "source", "receivedAt"),
                Map.of(),
                // Made of the files that go out.
                Set.of("sealedAt", "text", "image"));
    }

    @Test
    void ofAFile() {
        each(
                FileFact.class,
                PublicFile.class,
                // Places and tools of the inside.
                Set.of("path", "of", "madeBy"),
                Map.of("format", Set.of("format", "mime")),
                Set.of("proof"));
    }

    @Test
    void ofAPart() {
        // A digest of a part would let anybody guess what it is, where it has been taken out.
        each(PartFact.class, PublicPart.class, Set.of("sha256"), Map.of("format", Set.of("mime")), Set.of());
    }

    private static void each(
            Class<?> inside, Class<?> outside, Set<String> withheld, Map<String, Set<String>> as, Set<String> more) {
        Set<String> goesOut = new TreeSet<>(more);
        for (String field : fields(inside)) {
            if (!withheld.contains(field)) {
                goesOut.addAll(as.getOrDefault(field, Set.of(field)));
            }
        }
        assertEquals(new TreeSet<>(goesOut), new TreeSet<>(fields(outside)));
        assertEquals(
                Set.of(),
                withheld.stream()
                        .filter(field -> !fields(inside).contains(field))
                        .collect(Collectors.toSet()),
                "withheld, but not there");
    }

    private static Set<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
