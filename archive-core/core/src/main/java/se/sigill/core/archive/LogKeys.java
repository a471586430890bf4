package se.sigill.core.archive;

import java.security.KeyPair;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;

/** The log key of the ring in the form in which a log signs ({@code docs/formats/log.md} §4). */
public final class LogKeys {
    private LogKeys() {}

    /** @param archive the archive's name, which the key carries */
    public static NoteSigner signer(KeyRing keys, String archive) {
        KeyPair pair = keys.pair(KeyName.LOG);
        return new NoteSigner(NoteKey.of(archive + "/sigill", pair.getPublic()), pair.getPrivate());
    }
}
