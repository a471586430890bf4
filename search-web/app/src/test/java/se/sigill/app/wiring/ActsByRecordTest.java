package se.sigill.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.LogSettings;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;

final class ActsByRecordTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Actor ANNA = Actor.person("anna");
    private static final List<RecordId> IDS =
            Stream.of(1, 2, 3).map(seed -> RecordId.random(new Random(seed))).toList();

    @TempDir
    private Path folder;

    @Test
    void findsTheActsOfExpectedAndOfOtherRecordsAndThoseAddedSince() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteSigner signer = new NoteSigner(NoteKey.of("test/sigill", pair.getPublic()), pair.getPrivate());
        Act.Founded first = new Act.Founded(AT, ANNA, "test", signer.key().toString(), "ab".repeat(32));
        try (ArchiveLog log =
                ArchiveLog.found(folder.resolve("log"), first, signer, LogSettings.of(new SecureRandom()))) {
            List<Act> acts = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                // A reason that speaks like an act must not be taken for one.
                acts.add(hold(IDS.get(i % 3), "\"record\":\"" + IDS.get((i + 1) % 3) + "\""));
            }
            log.append(acts);
            ActsByRecord found = new ActsByRecord(log.reader(), IDS.subList(0, 2));

            IDS.forEach(id -> assertEquals(scanned(log.reader(), id), found.of(id)));
            log.append(List.of(hold(IDS.get(1), "en till")));
            IDS.forEach(id -> assertEquals(scanned(log.reader(), id), found.of(id)));
            assertEquals(201, found.of(IDS.get(1)).size());
        }
    }

    private static Act hold(RecordId id, String reason) {
        return new Act.HoldPlaced(AT, ANNA, id, reason);
    }

    private static List<LogEntry> scanned(LogReader log, RecordId id) {
        try (Stream<LogEntry> entries = log.entries(0, log.head().size())) {
            return entries.filter(entry -> entry instanceof LogEntry.Kept kept
                            && kept.act() instanceof Act.OfRecord act
                            && act.record().equals(id))
                    .toList();
        }
    }
}
