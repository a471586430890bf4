package se.sigill.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.record.RecordId;

final class WorkingPapersTest {
    private static final RecordId GONE = RecordId.random(new Random(1));
    private static final RecordId STAYS = RecordId.random(new Random(2));

    @TempDir
    private Path work;

    @Test
    void forgetsARecordWhereverItWasTakenBack() throws IOException {
        for (String place : List.of(
                "undone/b1/%s/v1/inventory.json",
                "undone/b2/%s-v2/content/METS.xml",
                "undone/b3/staging/%s/v2/content/representations/preservation/data/brev.pdf",
                "undone/b3/staging.1/%s/v2/inventory.json")) {
            write(place.formatted(GONE));
            write(place.formatted(STAYS));
        }
        write("undone/b3/note");
        write("undone/db-1/catalogue");
        write("cache/ab/text");
        write("cache/page-images/ab");

        new WorkingPapers(work).erase(GONE, List.of(1L), 2);

        try (Stream<Path> all = Files.walk(work)) {
            List<String> left = all.filter(Files::isRegularFile)
                    .map(path -> work.relativize(path).toString().replace(STAYS.value(), "STAYS"))
                    .sorted()
                    .toList();
            assertEquals(
                    List.of(
                            "undone/b1/STAYS/v1/inventory.json",
                            "undone/b2/STAYS-v2/content/METS.xml",
                            "undone/b3/note",
                            "undone/b3/staging.1/STAYS/v2/inventory.json",
                            "undone/b3/staging/STAYS/v2/content/representations/preservation/data/brev.pdf"),
                    left);
        }
    }

    private void write(String place) throws IOException {
        Path file = work.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, place);
    }
}
