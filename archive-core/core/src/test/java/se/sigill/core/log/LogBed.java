package se.sigill.core.log;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;

/** What tests of logs need: keys, acts, a founded log. */
public final class LogBed {
    public static final String ARCHIVE = "kommunarkivet";
    public static final Actor ANNA = Actor.person("anna");
    public static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    public static final LogSettings SETTINGS = LogSettings.of(new SecureRandom());

    private LogBed() {}

    public static NoteSigner signer() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(NoteKey.of(ARCHIVE + "/sigill", pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Act.Founded founded(NoteSigner signer) {
        return new Act.Founded(AT, ANNA, ARCHIVE, signer.key().toString(), "ab".repeat(32));
    }

    public static RecordId record(long number) {
        return new RecordId(String.format(java.util.Locale.ROOT, "%026d", number));
    }

    public static Act hold(long number) {
        return new Act.HoldPlaced(AT.plusSeconds(number), ANNA, record(number), "begäran " + number);
    }

    public static List<Act> holds(long from, long to) {
        List<Act> acts = new ArrayList<>();
        for (long i = from; i < to; i++) {
            acts.add(hold(i));
        }
        return acts;
    }

    /** Founds a log of that many acts: the founding and holds 1 to size - 1, committed a few at a time. */
    public static ArchiveLog log(Path folder, NoteSigner signer, int size) {
        ArchiveLog log = ArchiveLog.found(folder, founded(signer), signer, SETTINGS);
        for (int at = 1; at < size; ) {
            int to = Math.min(size, at + 7 + at / 2);
            log.append(holds(at, to));
            at = to;
        }
        return log;
    }

    public static Act.Disposed disposed(long record) {
        return new Act.Disposed(
                AT.plusSeconds(600), ANNA, Actor.person("bo"), record(record), "gallringsbeslut 7", "tiden är ute");
    }
}
