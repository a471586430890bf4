package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;

/** What is done with a request, and who has looked, is nothing to the index: it is not written for that. */
class IndexAtRestTest {
    @TempDir
    private Path folder;

    private AskedArchive there;

    @BeforeEach
    void open() throws IOException {
        there = AskedArchive.in(folder);
    }

    @AfterEach
    void close() {
        there.close();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(there.archive().home().index())) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    private long head() {
        return there.archive().archive().log().head().size();
    }

    private long indexed() {
        return there.archive().index().cursor().position();
    }

    @Test
    void isNotWrittenForWhatItDoesNotHold() throws IOException {
        String id = there.asked();
        there.archive().catchUp();
        List<String> before = files();
        RecordId plan =
                there.archive().catalogue().findByDiaryNumber(AskedArchive.PLAN).getFirst();
        Actor bo = Actor.person("bo");

        there.as("bo").take(id);
        there.archive()
                .archive()
                .decide(List.of(new Act.Viewed(there.clock().instant(), bo, plan, "plan.txt", "reading")));
        there.archive().catchUp();

        assertEquals(before, files());
        assertEquals(head(), indexed());

        there.archive()
                .archive()
                .decide(List.of(
                        new Act.Assessed(there.clock().instant(), bo, plan, true, true, "Ingen uppgift är hemlig.")));
        there.archive().catchUp();

        assertNotEquals(before, files());
        assertEquals(head(), indexed());
    }

    /** The cursor that was passed in memory alone is behind then, and comes up at once. */
    @Test
    void comesUpToTheLogAfterAStop() throws IOException {
        there.as("bo").take(there.asked());
        long head = head();
        assertEquals(head, indexed());

        there.reopen();

        assertEquals(head, head());
        assertEquals(head, indexed());
    }

    /** What is passed in memory alone has an end: a start would have to pass it all again. */
    @Test
    void isWrittenOnceMuchWasPassed() throws IOException {
        RecordId plan =
                there.archive().catalogue().findByDiaryNumber(AskedArchive.PLAN).getFirst();
        there.archive().catchUp();
        List<String> before = files();
        Act look = new Act.Viewed(there.clock().instant(), Actor.person("bo"), plan, "plan.txt", "reading");

        there.archive().archive().decide(Collections.nCopies(5_001, look));
        there.archive().catchUp();

        assertNotEquals(before, files());
        assertEquals(head(), indexed());
    }
}
