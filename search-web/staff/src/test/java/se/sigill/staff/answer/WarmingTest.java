package se.sigill.staff.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.request.AskedArchive;

@Tag("slow")
class WarmingTest {
    /** Sixty pages; the shortest has a thousand characters. */
    private static final int PAGES_LEAST = 60_000;

    @TempDir
    private Path folder;

    @Test
    void readsPagesForNobodyAndWritesNothing() throws IOException {
        try (AskedArchive there = AskedArchive.in(folder)) {
            String _ = there.asked();
            long acts = there.archive().archive().log().head().size();

            assertTrue(Warming.goThrough(there.archive()) > PAGES_LEAST);

            assertEquals(acts, there.archive().archive().log().head().size());
        }
    }
}
