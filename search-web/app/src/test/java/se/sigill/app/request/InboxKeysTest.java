package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.wiring.KeyCare;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.Inbox;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.inbox.Letter;
import se.sigill.core.keys.KeyName;
import se.sigill.core.record.RecordId;

/** Letters that are on their way when the key of the inbox is replaced, and what a stop leaves in boxes. */
class InboxKeysTest {
    @TempDir
    Path folder;

    private RequestWorld world;

    @BeforeEach
    void found() throws IOException {
        world = RequestWorld.founded(folder);
    }

    /** As the outside has it before it is given another. */
    private PublicKey introduced() throws IOException {
        try (OpenArchive archive = world.open()) {
            world.round(archive).run();
        }
        return InboxKey.read(world.outside().inboxKey()).orElseThrow();
    }

    private void rotate() {
        try (OpenArchive archive = world.open()) {
            new KeyCare(archive).replace(KeyName.INBOX, "byte", Optional.empty());
        }
    }

    private void lay(PublicKey key) throws IOException {
        byte[] sealed = Letter.seal(key, world.ask().bytes());
        assertInstanceOf(Inbox.Put.Laid.class, world.inbox().put(sealed));
    }

    @Test
    void aRotationLosesNoLetterThatWaits() throws IOException {
        PublicKey old = introduced();
        lay(old);

        rotate();

        try (OpenArchive archive = world.open()) {
            assertNotEquals(old, archive.archive().keys().pair(KeyName.INBOX).getPublic());
            assertEquals(1, world.round(archive).run().registered().size());
            assertEquals(
                    archive.archive().keys().pair(KeyName.INBOX).getPublic(),
                    InboxKey.read(world.outside().inboxKey()).orElseThrow());
        }
        String shown = world.running().type("keys", "show").expect(0).out();
        assertTrue(shown.contains("an older key, kept for letters sealed to it until "), shown);
    }

    @Test
    void twoRotationsInARowKeepBoth() throws IOException {
        PublicKey first = introduced();
        rotate();
        PublicKey second = introduced();
        world.clock.pass(Duration.ofMinutes(5));
        rotate();
        lay(first);

        try (OpenArchive archive = world.open()) {
            assertEquals(2, archive.archive().keys().kept(KeyName.INBOX).size());
            assertEquals(1, world.round(archive).run().registered().size());
        }
        assertNotEquals(first, second);
    }

    @Test
    void anOlderKeyGoesWhenItsTimeIsOverAndTheLetterIsKept() throws IOException {
        PublicKey old = introduced();
        rotate();
        world.clock.pass(KeyCare.INBOX_KEPT.minus(Duration.ofHours(1)));
        try (OpenArchive archive = world.open()) {
            InboxRound round = world.round(archive);
            round.run();
            assertEquals(1, archive.archive().keys().kept(KeyName.INBOX).size());
            world.clock.pass(Duration.ofDays(1));
            lay(old);

            InboxRound.Done done = round.run();

            assertEquals(0, archive.archive().keys().kept(KeyName.INBOX).size());
            assertEquals(List.of(), done.registered());
            assertEquals(1, done.aside(), "nobody can read it, and nothing is thrown away");
        }
    }

    @Test
    void whatAStopLeftInBoxesGoesAtTheStartAndEveryDay() throws IOException {
        try (OpenArchive archive = world.open()) {
            RecordId id = world.asked(archive);
            Path boxes = world.outside().boxes();
            Path half = boxes.resolve(world.code.boxName()).resolve("." + "a".repeat(32));
            Path going = boxes.resolve(".gone-" + "b".repeat(32));
            leave(half, going);
            InboxRound round = world.round(archive);

            round.run();
            assertFalse(Files.exists(half) || Files.exists(going), "at the start");

            leave(half, going);
            world.clock.pass(Duration.ofHours(23));
            round.run();
            assertTrue(Files.exists(half), "not the same day");
            world.clock.pass(Duration.ofHours(1));
            round.run();
            assertFalse(Files.exists(half) || Files.exists(going), "a day later");
            assertInstanceOf(Boxes.Look.Here.class, world.boxes().look(world.code.boxKey()), id.value());
        }
    }

    private static void leave(Path half, Path going) throws IOException {
        Files.writeString(half, "half");
        Files.createDirectories(going);
        Files.writeString(going.resolve("state"), "rest");
    }

    @Test
    void nobodySweepsWhileSomebodyWrites() throws IOException {
        try (OpenArchive archive = world.open()) {
            Posting posting = new Posting(archive, world.outside());
            Lock writer = Posting.writing(archive).readLock();

            writer.lock();
            assertFalse(posting.sweep());
            writer.unlock();

            assertTrue(posting.sweep());
        }
    }
}
