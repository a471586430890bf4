package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short round of {@code soak kill}, at the failpoints that its seed gives; each in turn is {@link FailAtEveryPointTest}'s. */
@Tag("slow")
class KillTest {
    private static final long SEED = 20261125;
    private static final int CYCLES = 2;

    @Test
    void losesNothingThatFourKilledDepositorsGotReceiptsFor() throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8)) {
            LongRun.End end = new KillRun().run(new LongRun.Order(SEED, OptionalInt.of(CYCLES), out));

            assertTrue(end.sound(), end.words() + "\n" + text.toString(StandardCharsets.UTF_8));
            assertTrue(end.words().matches(".*\\(([4-9]|1[0-9]) at ([4-9]|1[0-9]) of .*"), end.words());
            System.getLogger("soak").log(System.Logger.Level.INFO, "seed " + SEED + ": " + end.words());
        }
    }
}
