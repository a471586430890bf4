package se.sigill.core.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeDiskTest {
    @TempDir
    private Path folder;

    @Test
    void forcesWhatTheMachineOffers() throws IOException {
        Path below = Files.createDirectory(folder.resolve("å ä ö"));
        Optional<WholeDisk> whole = WholeDisk.of(below);
        assumeTrue(whole.isPresent(), "no syncfs here: another system than Linux, or another file system");
        try (WholeDisk disk = whole.get()) {
            Files.writeString(below.resolve("a"), "a");
            disk.force();
            Files.move(below.resolve("a"), below.resolve("b"));
            disk.force();
        }
        assertEquals("a", Files.readString(below.resolve("b")));
    }

    @Test
    void isOfferedOnlyWhereErrorsAreTold() {
        assertTrue(WholeDisk.tellsErrors("6.1.0-13-amd64"));
        assertTrue(WholeDisk.tellsErrors("5.8"));
        assertFalse(WholeDisk.tellsErrors("5.7.19"));
        assertFalse(WholeDisk.tellsErrors("4.19.0"));
        assertFalse(WholeDisk.tellsErrors("unknown"));
    }
}
