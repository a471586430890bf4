package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.sigill.core.failpoint.Failpoint;

/** A short round of {@code soak kill}: every failpoint once, the rest at random moments. */
@Tag("slow")
class KillTest {
    private static final long SEED = 20261125;

    @Test
    void losesNothingThatFourKilledDepositorsGotReceiptsFor() throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8)) {
            LongRun.End end = new KillRun().run(new LongRun.Order(SEED, OptionalInt.of(5), out));

            assertTrue(end.sound(), end.words() + "\n" + text.toString(StandardCharsets.UTF_8));
            assertTrue(
                    end.words()
                            .contains("at " + Failpoint.values().length + " of " + Failpoint.values().length
                                    + " failpoints"),
                    end.words());
            System.getLogger("soak").log(System.Logger.Level.INFO, "seed " + SEED + ": " + end.words());
        }
    }
}
