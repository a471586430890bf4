package se.sigill.core.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Letters and boxes under every power cut of the model, and each of their fsyncs left out. */
@Tag("slow")
final class InboxDurabilityTest {
    private static final long SEED = 20261127;

    @Test
    void whatWasAcknowledgedIsThereAfterAPowerCutAtEveryPointAndEveryFsyncIsNeeded() throws IOException {
        Protocol inbox = new InboxProtocol();
        try (Exploration run = Exploration.of(inbox, RecordingProvider.beside(), SEED, 1)) {
            CrashStates.Result result = run.all();
            assertEquals(List.of(), result.failures());
            assertTrue(result.distinct() > 50, "looked at " + result.distinct() + " different trees");

            assertEquals(List.of(), run.unnoticed(inbox.removals(run.recording())));
        }
    }
}
