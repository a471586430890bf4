package se.sigill.core.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store's protocol under every power cut of the model, and each of its fsyncs left out. */
@Tag("slow")
final class StoreDurabilityTest {
    private static final long SEED = 20261123;

    @Test
    void everythingAcknowledgedIsThereAfterAPowerCutAtEveryPointAndEveryFsyncIsNeeded() throws IOException {
        Protocol store = new StoreProtocol();
        try (Exploration run = Exploration.of(store, RecordingProvider.beside(), SEED, 1)) {
            CrashStates.Result result = run.all();
            assertEquals(List.of(), result.failures());
            assertTrue(result.distinct() > 500, "looked at " + result.distinct() + " different trees");

            assertEquals(List.of(), run.unnoticed(store.removals(run.recording())));
        }
    }
}
