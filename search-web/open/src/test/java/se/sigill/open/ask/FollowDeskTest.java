package se.sigill.open.ask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxReservation;
import se.sigill.core.inbox.FollowCode;

/** Whoever has the code, and whoever has not. */
final class FollowDeskTest {
    @TempDir
    private Path folder;

    private SampleInside inside;
    private FollowDesk desk;
    private final FollowCode code = FollowCode.make(new SecureRandom());

    @BeforeEach
    void open() throws IOException {
        inside = SampleInside.at(folder);
        desk = new FollowDesk(inside.boxes(), inside.counts(), inside.letterbox(), SampleInside.CLOCK);
    }

    private FollowDesk.Found.Here here() {
        return assertInstanceOf(FollowDesk.Found.Here.class, desk.look(code.text()));
    }

    @Test
    void tellsACodeFromWhatIsNone() {
        for (String typed : List.of(
                "", "kod", "A".repeat(500), code.text() + "0", code.text().replace('-', '/'))) {
            assertInstanceOf(FollowDesk.Found.NoCode.class, desk.look(typed), typed);
        }
        assertInstanceOf(FollowDesk.Found.Nothing.class, desk.look(code.text()));
        assertInstanceOf(
                FollowDesk.Found.Nothing.class, desk.look(" " + code.text().toLowerCase(java.util.Locale.ROOT) + "\n"));
    }

    @Test
    void handsOutFilesByteByByte() throws IOException {
        byte[] small = "Utlämnad".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] large = new byte[3 * 65_536 + 17];
        new Random(7).nextBytes(large);
        BoxFile one = inside.file(code.boxKey(), "svår \"fil\".txt", "text/plain", small);
        BoxFile two = inside.file(code.boxKey(), "stor.pdf", "application/pdf", large);
        BoxFile none = inside.file(code.boxKey(), "tom.bin", "", new byte[0]);
        BoxFile proof = inside.file(code.boxKey(), "bevis.zip", "application/zip", small);
        var _ = inside.answered(code.boxKey(), List.of(one, two, none), List.of(proof));

        FollowDesk.Found.Here box = here();

        assertArrayEquals(small, bytes(box, one));
        assertArrayEquals(large, bytes(box, two));
        assertArrayEquals(new byte[0], bytes(box, none));
        assertArrayEquals(small, bytes(box, proof));
        assertEquals("text/plain", desk.file(box, one.id()).orElseThrow().type());
        assertEquals(
                "application/octet-stream",
                desk.file(box, none.id()).orElseThrow().type());
    }

    private byte[] bytes(FollowDesk.Found.Here box, BoxFile file) throws IOException {
        try (InputStream in = desk.file(box, file.id()).orElseThrow().content()) {
            return in.readAllBytes();
        }
    }

    @Test
    void handsOutNothingThatTheStateDoesNotName() throws IOException {
        BoxFile unnamed = inside.file(code.boxKey(), "inte än.txt", "text/plain", new byte[] {1});
        BoxFile lost = inside.file(code.boxKey(), "borta.txt", "text/plain", new byte[] {1});
        BoxFile damaged = inside.file(code.boxKey(), "skadad.txt", "text/plain", new byte[] {1});
        var _ = inside.answered(code.boxKey(), List.of(lost, damaged), List.of());
        inside.boxes().deleteFile(code.boxName(), lost.id());
        flip(inside.home().boxes().resolve(code.boxName()).resolve(damaged.id()));

        FollowDesk.Found.Here box = here();

        for (String id : List.of(unnamed.id(), lost.id(), damaged.id(), "state", "../state", "", "x".repeat(32))) {
            assertTrue(desk.file(box, id).isEmpty(), id);
        }
    }

    @Test
    void aFetchIsCountedByItsDayAndByNothingElse() throws IOException {
        BoxFile file = inside.file(code.boxKey(), "plan.txt", "text/plain", new byte[] {1});
        var _ = inside.answered(code.boxKey(), List.of(file), List.of());

        byte[] _ = bytes(here(), file);
        byte[] _ = bytes(here(), file);
        assertTrue(desk.file(here(), "0".repeat(32)).isEmpty());

        assertEquals(Map.of(LocalDate.of(2026, 11, 5), 2L), inside.counts().of(code.boxName(), file.id()));
        Path counted = inside.home().fetched().resolve(code.boxName());
        assertEquals("sigill/fetched/1\n2026-11-05 2\n", Files.readString(counted.resolve(file.id())));
        assertTrue(inside.counts().of(code.boxName(), "0".repeat(32)).isEmpty());
    }

    @Test
    void whatCannotBeCountedIsHandedOutAllTheSame() throws IOException {
        BoxFile file = inside.file(code.boxKey(), "plan.txt", "text/plain", new byte[] {1});
        var _ = inside.answered(code.boxKey(), List.of(file), List.of());
        Files.writeString(inside.home().fetched(), "in the way");

        assertArrayEquals(new byte[] {1}, bytes(here(), file));
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aDamagedBoxIsToldFromNone() throws IOException {
        var _ = inside.answered(code.boxKey(), List.of(), List.of());
        flip(inside.home().boxes().resolve(code.boxName()).resolve("state"));

        assertInstanceOf(FollowDesk.Found.Damaged.class, desk.look(code.text()));
    }

    @Test
    void aReplyIsProvedByTheCode() throws IOException {
        var _ = inside.answered(code.boxKey(), List.of(), List.of());

        assertEquals(FollowDesk.Replied.LAID, desk.reply(here(), " År 1998,\r\ntror jag ", AskedLetter.Wish.NONE));

        AskedLetter.Reply reply =
                assertInstanceOf(AskedLetter.Reply.class, inside.letters().getFirst());
        assertEquals("År 1998,\ntror jag", reply.words());
        assertTrue(reply.isOf(code.boxKey()));
        assertFalse(reply.isOf(FollowCode.make(new SecureRandom()).boxKey()));
    }

    @Test
    void aWishNeedsNoWords() throws IOException {
        var _ = inside.answered(code.boxKey(), List.of(), List.of());
        FollowDesk.Found.Here box = here();

        for (AskedLetter.Wish wish : AskedLetter.Wish.values()) {
            boolean speaks = wish == AskedLetter.Wish.NONE
                    || wish == AskedLetter.Wish.APPEAL
                    || wish == AskedLetter.Wish.ACCEPT_RESERVATION;
            assertEquals(
                    speaks ? FollowDesk.Replied.NO_WORDS : FollowDesk.Replied.LAID,
                    desk.reply(box, " ", wish),
                    wish.word());
            assertEquals(wish, FollowDesk.wish(wish.word()));
        }
        assertEquals(AskedLetter.Wish.NONE, FollowDesk.wish("hostile\r\n"));
        assertEquals(3, inside.letters().size());
        assertEquals(
                FollowDesk.Replied.TOO_LONG,
                desk.reply(box, "x".repeat(AskedLetter.WORDS_MAX + 1), AskedLetter.Wish.NONE));
        Files.delete(inside.home().inboxKey());
        assertEquals(FollowDesk.Replied.CLOSED, desk.reply(box, "x", AskedLetter.Wish.NONE));
    }

    /** What somebody agrees to is what they have read: words that were changed meanwhile are not taken for those. */
    @Test
    void aReservationIsAcceptedAsItWasRead() throws IOException {
        BoxReservation read = new BoxReservation("Får inte föras vidare.", false);
        inside.reserved(code.boxKey(), read);

        assertEquals(FollowDesk.Replied.LAID, desk.accept(here(), read.digest()));

        AskedLetter.Reply reply =
                assertInstanceOf(AskedLetter.Reply.class, inside.letters().getFirst());
        assertEquals(AskedLetter.Wish.ACCEPT_RESERVATION, reply.wish());
        assertEquals(read.text(), reply.words());
        assertTrue(reply.isOf(code.boxKey()));
        inside.reserved(code.boxKey(), new BoxReservation("Får inte ens läsas högt.", false));
        assertEquals(FollowDesk.Replied.CHANGED, desk.accept(here(), read.digest()));
        inside.reserved(code.boxKey(), new BoxReservation(read.text(), true));
        assertEquals(FollowDesk.Replied.CHANGED, desk.accept(here(), read.digest()));
        assertEquals(FollowDesk.Replied.CHANGED, desk.accept(here(), ""));
        assertEquals(1, inside.letters().size());
    }

    @Test
    void nothingHerePrintsACode() throws IOException {
        var _ = inside.answered(code.boxKey(), List.of(), List.of());
        for (FollowDesk.Found found : List.of(here(), desk.look("7K3M"))) {
            assertFalse(found.toString().contains(code.text()), found.toString());
            assertFalse(found.toString().contains("7K3M"), found.toString());
        }
        assertTrue(code.boxKey().reference().matches("[0-9A-F]{4}-[0-9A-F]{4}"));
    }
}
