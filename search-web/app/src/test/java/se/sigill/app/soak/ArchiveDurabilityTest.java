package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.sigill.core.durability.RecordingProvider;

/** A short round of {@code soak durability}: the whole archive, the power cut at every second or fifth point, one fate at each. */
@Tag("slow")
class ArchiveDurabilityTest {
    private static final long SEED = 20261124;

    @Test
    void losesNothingAcknowledgedWhereverThePowerIsCut() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                // As in the tests themselves: the archive is opened a thousand times, and most of that were its keys.
                "-Dkeystore.pkcs12.keyPbeIterationCount=1",
                "-Dkeystore.pkcs12.certPbeIterationCount=1",
                "-Dkeystore.pkcs12.macIterationCount=1",
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + RecordingProvider.class.getName(),
                "-Dsigill.root=" + System.getProperty("sigill.root"),
                "-Dsigill.engines=" + System.getProperty("sigill.engines"),
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveDurability.class.getName(),
                Long.toString(SEED),
                "1",
                DurabilityRun.Way.SAMPLE.name());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = read(process);

        assertEquals(0, process.waitFor(), "seed " + SEED + "\n" + text);
        System.getLogger("soak").log(System.Logger.Level.INFO, "seed " + SEED + ": " + text);
        assertTrue(text.contains(", 0 with something lost"), text);
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
