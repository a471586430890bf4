package se.sigill.app.request;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.Letter;
import se.sigill.core.json.JsonException;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;

/**
 * The keys to which letters may be sealed: the one of today, and those before it that are kept so long as such letters
 * can come. Read once for many letters: with a passphrase each reading takes a while. For one thread.
 */
final class LetterKeys {
    private final KeyRing ring;
    /** Read with the first letter: mostly there is none. */
    private final List<KeyPair> pairs = new ArrayList<>();

    LetterKeys(KeyRing ring) {
        this.ring = ring;
    }

    /** What a letter says; empty if none of the keys opens it, or it says nothing that can be read. */
    Optional<AskedLetter> open(byte[] letter) {
        if (pairs.isEmpty()) {
            pairs.add(ring.pair(KeyName.INBOX));
            ring.kept(KeyName.INBOX).forEach(kept -> pairs.add(kept.pair()));
        }
        for (KeyPair pair : pairs) {
            if (Letter.open(pair, letter) instanceof Letter.Opened.Content whole) {
                return content(whole.bytes());
            }
        }
        return Optional.empty();
    }

    private static Optional<AskedLetter> content(byte[] bytes) {
        try {
            return Optional.of(AskedLetter.read(bytes));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
