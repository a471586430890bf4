package se.sigill.open.ask;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;
import java.util.random.RandomGenerator;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.Inbox;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.inbox.Letter;

/** Where letters are sealed and laid for the inside to fetch. Safe for threads. */
public final class Letterbox {
    private static final System.Logger LOG = System.getLogger(Letterbox.class.getName());

    private final OutsideHome home;
    private final Inbox inbox;

    /** @param random a source that nobody foresees, safe for threads */
    public Letterbox(OutsideHome home, RandomGenerator random) {
        this(home, new Inbox(home.inbox(), random));
    }

    Letterbox(OutsideHome home, Inbox inbox) {
        this.home = home;
        this.inbox = inbox;
    }

    /** Whether the inside has put its key here: without one nothing can be sealed. */
    public boolean isOpen() {
        return key().isPresent();
    }

    /**
     * Seals a letter and lays it.
     *
     * @return whether it is there and survives a power cut; if not, nothing of it was kept
     */
    boolean lay(AskedLetter letter) {
        Optional<PublicKey> key = key();
        if (key.isEmpty()) {
            refused("no-key");
            return false;
        }
        try {
            return switch (inbox.put(Letter.seal(key.get(), letter.bytes()))) {
                case Inbox.Put.Laid _ -> true;
                case Inbox.Put.Full _ -> refused("full");
                case Inbox.Put.NoRoom _ -> refused("no-room");
            };
        } catch (IOException e) {
            // Its message may name the letter.
            return refused(e.getClass().getSimpleName());
        }
    }

    private static boolean refused(String why) {
        LOG.log(System.Logger.Level.ERROR, "letter-refused why={0}", why);
        return false;
    }

    private Optional<PublicKey> key() {
        try {
            return InboxKey.read(home.inboxKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
