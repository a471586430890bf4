package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.Contact;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.inbox.Inbox;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.inbox.Letter;

/**
 * Somebody who asks and follows, as the open server does it for them.
 *
 * @param code known to nobody else
 */
public record Citizen(OutsideHome outside, FollowCode code, Contact contact) {
    private static final Contact KAJSA = new Contact("Kajsa Planta", "", "kajsa@planta.example", "");

    public static Citizen of(OutsideHome outside) {
        return new Citizen(outside, FollowCode.make(new SecureRandom()), KAJSA);
    }

    /** Has asked once this returns: it survives a power cut. */
    public void asks(String words, String... records) throws IOException {
        lay(new AskedLetter.Ask(
                "web",
                "sv",
                "Kommunstyrelsen",
                List.of(records),
                words,
                AskedLetter.Form.DOWNLOAD,
                contact,
                code.boxKey(),
                Instant.now()));
    }

    public void says(String words) throws IOException {
        lay(AskedLetter.Reply.sign(code.boxKey(), words, AskedLetter.Wish.NONE, Instant.now()));
    }

    private void lay(AskedLetter letter) throws IOException {
        byte[] sealed = Letter.seal(InboxKey.read(outside.inboxKey()).orElseThrow(), letter.bytes());
        Inbox inbox = new Inbox(outside.inbox(), new SecureRandom(), new Inbox.Limits(Inbox.LETTERS_MAX, 0));
        assertInstanceOf(Inbox.Put.Laid.class, inbox.put(sealed));
    }

    public Boxes.Look look() throws IOException {
        return boxes().look(code.boxKey());
    }

    /** What is read with the code. */
    public BoxState box() throws IOException {
        return assertInstanceOf(Boxes.Look.Here.class, look()).state();
    }

    public byte[] fetches(BoxFile file) throws IOException {
        Optional<InputStream> in = boxes().file(code.boxKey(), file.id());
        assertTrue(in.isPresent(), "no such file");
        try (InputStream bytes = in.get()) {
            return bytes.readAllBytes();
        }
    }

    private Boxes boxes() {
        return new Boxes(outside.boxes(), new SecureRandom());
    }

    @Override
    public String toString() {
        return "Citizen[hidden]";
    }
}
