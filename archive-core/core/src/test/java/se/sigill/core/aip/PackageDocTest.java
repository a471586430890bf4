package se.sigill.core.aip;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.store.Digests;
import se.sigill.core.store.FileContentStore;

/** The page that describes the package shows bytes that this program writes. */
final class PackageDocTest {
    @TempDir
    Path dir;

    @Test
    void theExampleOnThePageIsWhatIsWritten() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("sigill.root", "../.."), "docs/formats/package.md"));
        FileContentStore store = FileContentStore.create(dir.resolve("ocfl"), dir.resolve("work"));
        AipSamples.store(store, dir.resolve("spool"));
        Path object = dir.resolve("ocfl").resolve(FileContentStore.placeOf(AipSamples.ID));

        Path version = object.resolve("v1/content");
        for (String shown : List.of(
                FileContentStore.placeOf(AipSamples.ID),
                Files.readString(object.resolve("v1/inventory.json.sha512")),
                Files.readString(version.resolve("metadata/record.json")).strip(),
                Files.readString(version.resolve("metadata/text.txt")),
                Digests.of(version.resolve("METS.xml")).sha512(),
                Digests.of(version.resolve(AipSamples.ORIGINAL)).sha256())) {
            assertTrue(page.contains(shown), "the page does not show: " + shown);
        }
    }
}
