package se.sigill.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.archive.LogKeys;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;

/** Shows and replaces the keys of an archive. */
public final class KeyCare {
    /**
     * So long an inbox key is kept that was replaced: letters sealed to it come as long as an open server works with a
     * public key that it read before, and wait as long as nobody fetches them. A server that was off over a summer is
     * within it.
     */
    public static final Duration INBOX_KEPT = Duration.ofDays(45);

    private final OpenArchive archive;

    public KeyCare(OpenArchive archive) {
        this.archive = archive;
    }

    /** The keys of a home, read. */
    public static KeyRing ring(Home home) {
        return KeyRing.open(home.keys(), Workings.passphrase(ConfigReader.read(home.config())));
    }

    /** The keys of a home; those that are missing are made. */
    public static KeyRing make(Home home) {
        ArchiveConfig config = ConfigReader.read(home.config());
        return KeyRing.make(home.keys(), Workings.passphrase(config), maker(config));
    }

    /**
     * What outsiders need to tell from whom something is. Names the built-in time-stamp authority only where it gives
     * the stamps or has given some, and an outside one once the archive has a stamp of it.
     */
    public static TrustFile trustFile(Home home) {
        ArchiveConfig config = ConfigReader.read(home.config());
        KeyRing keys = ring(home);
        List<TrustFile.Line> lines = new ArrayList<>();
        NoteKey log = LogKeys.signer(keys, config.archive().name()).key();
        lines.add(new TrustFile.Line(TrustFile.Kind.LOG, log.toString(), Optional.empty()));
        if (home.exists()) {
            // What was proved under a key that was replaced is proved still.
            LogKeys.believed(LogReader.open(home.log())).stream()
                    .filter(key -> !key.equals(log))
                    .forEach(
                            key -> lines.add(new TrustFile.Line(TrustFile.Kind.LOG, key.toString(), Optional.empty())));
        }
        lines.add(new TrustFile.Line(TrustFile.Kind.SEAL, keys.fingerprint(KeyName.SEAL), Optional.empty()));
        boolean outside = config.seal().tsa().isPresent();
        StampAuthorities.toTrust(home, keys.fingerprint(KeyName.TSA), outside)
                .forEach(tsa -> lines.add(new TrustFile.Line(TrustFile.Kind.TSA, tsa, Optional.empty())));
        return new TrustFile(lines);
    }

    static KeyRing.Maker maker(ArchiveConfig config) {
        SecureRandom random = new SecureRandom();
        return new KeyRing.Maker(config.archive().name(), BouncySeal.issuer(random), Clock.systemUTC(), random);
    }

    /**
     * Replaces a key: the new one is prepared, the act is committed, the new one takes its place. A stop in between is
     * mended at the next opening, by whether the act is in the log.
     */
    public KeyRing.Shown replace(KeyName name, String reason, Optional<Instant> compromisedSince) {
        KeyRing ring = archive.archive().keys();
        String old = publicName(ring, name);
        KeyRing.Shown next = ring.prepare(name, maker(archive.config()));
        Act.KeyRotated act = new Act.KeyRotated(
                archive.clock().instant(),
                archive.actor(),
                name.word(),
                old,
                name == KeyName.LOG ? logKey(ring).toString() : next.fingerprint(),
                reason,
                compromisedSince.map(Instant::toString).orElse(""));
        if (name == KeyName.LOG) {
            archive.archive()
                    .log()
                    .rotate(
                            act,
                            new NoteSigner(logKey(ring), ring.preparedPair(name).getPrivate()));
        } else {
            archive.archive().decide(List.of(act));
        }
        activate(ring, name, archive.clock().instant());
        return next;
    }

    /** The key of the inbox is kept first: a letter that is on its way is not lost by a rotation. */
    private static void activate(KeyRing ring, KeyName name, Instant now) {
        if (name == KeyName.INBOX) {
            ring.keep(name, now.plus(INBOX_KEPT));
        }
        ring.activate(name);
    }

    /**
     * Ends a replacement that a stop broke off: a prepared key that the log knows takes its place, another is dropped.
     * To be called before the log is opened with the ring's key.
     */
    static void finish(Home home, KeyRing ring, Instant now) {
        for (KeyName name : KeyName.values()) {
            Optional<KeyRing.Shown> prepared = ring.prepared(name);
            if (prepared.isPresent()) {
                String newKey = name == KeyName.LOG
                        ? "+"
                                + NoteKey.of("x", ring.preparedPublic(KeyName.LOG))
                                        .encoded()
                        : prepared.get().fingerprint();
                if (rotated(home, name, newKey)) {
                    activate(ring, name, now);
                } else {
                    ring.discard(name);
                }
            }
        }
    }

    private static boolean rotated(Home home, KeyName name, String newKey) {
        LogReader log = LogReader.open(home.log());
        try (Stream<LogEntry> entries = log.entries(0, log.head().size())) {
            return entries.anyMatch(entry -> entry instanceof LogEntry.Kept kept
                    && kept.act() instanceof Act.KeyRotated act
                    && act.key().equals(name.word())
                    && (name == KeyName.LOG
                            // Whatever name the key was given.
                            ? act.newKey().endsWith(newKey)
                            : act.newKey().equals(newKey)));
        }
    }

    private NoteKey logKey(KeyRing ring) {
        return NoteKey.of(archive.config().archive().name() + "/sigill", ring.preparedPublic(KeyName.LOG));
    }

    private String publicName(KeyRing ring, KeyName name) {
        return name == KeyName.LOG
                ? LogKeys.signer(ring, archive.config().archive().name()).key().toString()
                : ring.fingerprint(name);
    }
}
