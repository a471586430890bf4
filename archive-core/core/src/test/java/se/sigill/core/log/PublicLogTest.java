package se.sigill.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.proof.PublicProof;
import se.sigill.core.proof.PublishedEntry;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;
import se.sigill.core.tlog.TlogProof;
import se.sigill.core.tlog.TreeHash;

/** The public log inside: entries as documented, proofs that hold, and nothing that a stop or another key can break. */
final class PublicLogTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder;

    private final NoteSigner key = LogBed.signer();
    private Path log = Path.of(".");

    @BeforeEach
    void choose() {
        log = folder.resolve("archive/log-public");
    }

    /** The vectors of docs/formats/public-log.md. */
    @Test
    void computesTheDocumentedEntryAndLeaf() throws GeneralSecurityException {
        PublishedEntry entry = new PublishedEntry(
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "0123456789abcdefghjkmnpqrs", "ab".repeat(32));
        byte[] salt = new byte[32];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) i;
        }
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("sigill/published/1\n".getBytes(StandardCharsets.US_ASCII));
        sha256.update(salt);
        byte[] hash = sha256.digest(("{\"act\":\"Published\",\"record\":\"0123456789abcdefghjkmnpqrs\",\"leaf\":\""
                        + "ab".repeat(32) + "\"}")
                .getBytes(StandardCharsets.US_ASCII));

        assertEquals(HexFormat.of().formatHex(hash), HexFormat.of().formatHex(entry.entry()));
        assertEquals(
                "b8fa328618217ab28ea008ab829c02016c9e41d09504dd98ab7d003dc7dd1884",
                HexFormat.of().formatHex(entry.entry()));
        assertEquals(
                "d3bd030f10dd3a2d2293eab851accb22da524e4cbaa7f32e158414f9ea77651d",
                entry.logLeaf().hex());
        assertEquals(Optional.of(entry), PublishedEntry.parse(entry.bytes()));
        assertEquals(entry.logLeaf(), new LogEntry.Kept(LogForm.PUBLIC, 0, entry.salt(), entry.text()).leaf());
    }

    @Test
    void refusesWhatIsNoEntry() {
        byte[] right = new PublishedEntry(Base64.getEncoder().encodeToString(new byte[32]), id(1), leaf(1)).bytes();
        for (int at : List.of(0, 18, 19 + 32, right.length - 1)) {
            byte[] wrong = right.clone();
            wrong[at] ^= 1;
            assertEquals(Optional.empty(), PublishedEntry.parse(wrong), "byte " + at);
        }
        assertEquals(Optional.empty(), PublishedEntry.parse(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> new PublishedEntry("AAAA", id(1), leaf(1)));
    }

    /** Against a tree that is computed here from the lines of the file, with nothing of ours but SHA-256. */
    @Test
    void provesEachFileAgainstATreeComputedHere() throws IOException {
        cut(1, 3);
        cut(3, 8);
        List<byte[]> leaves = new ArrayList<>();
        for (String line : Files.readAllLines(log.resolve("acts/000"))) {
            String salt = line.replaceFirst(".*\"salt\":\"([^\"]*)\".*", "$1");
            String text = line.substring(line.indexOf(",\"act\":") + 7, line.length() - 1);
            byte[] entry = sha256(
                    "sigill/published/1\n".getBytes(StandardCharsets.US_ASCII),
                    Base64.getDecoder().decode(salt),
                    text.getBytes(StandardCharsets.US_ASCII));
            leaves.add(sha256(new byte[] {0}, entry));
        }
        PublishedFiles files = new PublishedFiles(log);
        byte[] root = root(leaves);

        for (int i = 1; i < 8; i++) {
            PublicProof.Logged logged =
                    files.proving(signing(key)).proof(file(i)).orElseThrow();
            assertEquals(
                    TreeHash.of(root),
                    Checkpoint.of(logged.proof().checkpoint()).root());
            assertEquals(List.of(key.key()), logged.proof().checkpoint().verifiedBy(List.of(logged.key())));
            PublishedEntry entry =
                    PublishedEntry.parse(logged.proof().extraBytes()).orElseThrow();
            assertEquals(leaf(i), entry.leaf());
            assertEquals(TreeHash.of(leaves.get((int) logged.proof().inclusion().index())), entry.logLeaf());
            assertTrue(logged.proof().includes(entry.logLeaf()));
            assertFalse(logged.proof().includes(TreeHash.of(root)));
            assertEquals(
                    Optional.of(logged),
                    PublicProof.Logged.parse(logged.keyLine(), logged.proof().bytes()));
            assertEquals(logged.proof(), TlogProof.parse(logged.proof().bytes()));
        }
        assertEquals(Optional.empty(), files.proving(signing(key)).proof(file(9)));
        assertFalse(files.has(new PublicLog.Published(LogBed.record(2), leaf(1))), "the leaf of another record");
    }

    @Test
    void theOrderOfACutTellsNothing() {
        Set<List<String>> orders = new HashSet<>();
        for (int n = 0; n < 6; n++) {
            Path one = folder.resolve("order" + n);
            try (PublicLog open = PublicLog.open(one, signing(key), 0)) {
                open.add(files(0, 12), RANDOM);
            }
            try (var lines = LogReader.open(new LogFolder(one, LogForm.PUBLIC)).entries(0, 12)) {
                orders.add(lines.map(line ->
                                PublishedFiles.published(line).orElseThrow().leaf())
                        .toList());
            }
        }
        assertEquals(6, orders.size());
    }

    @Test
    void cutsOffWhatAStopLeftBeyondTheHead() throws IOException {
        cut(0, 300);
        byte[] head = Files.readAllBytes(log.resolve("checkpoint"));
        cut(300, 310);
        // As if the power had gone before the rename.
        Files.write(log.resolve("checkpoint"), head);

        cut(300, 302);

        assertEquals(302, new PublishedFiles(log).head().orElseThrow().size());
        assertEquals(
                302,
                Files.readAllLines(log.resolve("acts/000")).size()
                        + Files.readAllLines(log.resolve("acts/001")).size());
        assertEquals(List.of(), faults(key));
    }

    @Test
    void refusesAHeadThatIsShorterOrOfSomebodyElse() throws IOException {
        cut(0, 3);
        byte[] three = Files.readAllBytes(log.resolve("checkpoint"));

        assertThrows(ArchiveException.Damaged.class, () -> PublicLog.open(log, signing(key), 4));
        assertThrows(ArchiveException.KeyTrouble.class, () -> PublicLog.open(log, signing(LogBed.signer()), 0));
        assertThrows(
                ArchiveException.Damaged.class,
                () -> PublicLog.open(log, new PublicLog.Signing("annat", 1, key, List::of), 0));
        assertEquals(new String(three, StandardCharsets.UTF_8), Files.readString(log.resolve("checkpoint")));
        try (PublicLog open = PublicLog.open(log, signing(key), 3)) {
            assertThrows(ArchiveException.Locked.class, () -> PublicLog.open(log, signing(key), 3));
            assertEquals(3, open.head().size());
        }
    }

    @Test
    void goesOnUnderANewKeyAndInANewEpoch() throws IOException {
        cut(0, 5);
        Head first = new PublishedFiles(log).head().orElseThrow();
        NoteSigner next = LogBed.signer();
        PublicLog.Signing rotated = new PublicLog.Signing(LogBed.ARCHIVE, 1, next, () -> List.of(key.key()));
        assertEquals(Optional.empty(), new PublishedFiles(log).proving(rotated).proof(file(1)));

        PublicLog.open(log, rotated, 5).close();

        Head second = new PublishedFiles(log).head().orElseThrow();
        assertEquals(first.checkpoint(), second.checkpoint());
        assertEquals(List.of(next.key()), second.note().verifiedBy(List.of(next.key())));
        assertTrue(new PublishedFiles(log).proving(rotated).proof(file(1)).isPresent());
        assertEquals(first.note().toString(), Files.readString(log.resolve("kept/5")));

        PublicLog.Signing epoch = new PublicLog.Signing(LogBed.ARCHIVE, 2, next, () -> List.of(key.key()));
        try (PublicLog open = PublicLog.open(log, epoch, 5)) {
            open.add(files(5, 7), RANDOM);
        }

        Head third = new PublishedFiles(log).head().orElseThrow();
        assertEquals(
                LogBed.ARCHIVE + "/sigill/public/epoch-2", third.checkpoint().origin());
        assertEquals(7, third.size());
        assertThrows(ArchiveException.Damaged.class, () -> PublicLog.open(log, rotated, 7), "an epoch that is past");
        assertEquals(List.of(), faults(key, next));
    }

    @Test
    void erasesWhatARecordSaidAndKeepsTheTree() throws IOException {
        cut(0, 260);
        Head head = new PublishedFiles(log).head().orElseThrow();
        PublicProof.Logged before =
                new PublishedFiles(log).proving(signing(key)).proof(file(7)).orElseThrow();
        PublishedErasure erasure = new PublishedErasure(log);

        erasure.erase(LogBed.record(8), List.of(), 4711);
        erasure.erase(LogBed.record(8), List.of(), 4711);
        erasure.erase(LogBed.record(999), List.of(), 4711);

        assertEquals(
                Optional.empty(), new PublishedFiles(log).proving(signing(key)).proof(file(8)));
        assertEquals(
                Optional.of(before),
                new PublishedFiles(log).proving(signing(key)).proof(file(7)));
        assertEquals(head, new PublishedFiles(log).head().orElseThrow());
        assertEquals(List.of(), faults(key));
        for (String acts : List.of("acts/000", "acts/001")) {
            assertFalse(Files.readString(log.resolve(acts)).contains(id(8)));
        }
        PublicLog.open(log, signing(key), 260).close();
    }

    private PublicLog.Signing signing(NoteSigner signer) {
        return new PublicLog.Signing(LogBed.ARCHIVE, 1, signer, List::of);
    }

    private void cut(int from, int to) {
        try (PublicLog open = PublicLog.open(log, signing(key), 0)) {
            open.add(files(from, to), RANDOM);
        }
    }

    private static List<PublicLog.Published> files(int from, int to) {
        List<PublicLog.Published> files = new ArrayList<>();
        for (int i = from; i < to; i++) {
            files.add(file(i));
        }
        return files;
    }

    private static PublicLog.Published file(int number) {
        return new PublicLog.Published(LogBed.record(number), leaf(number));
    }

    private static String id(int number) {
        return LogBed.record(number).value();
    }

    private static String leaf(int number) {
        return String.format(java.util.Locale.ROOT, "%016x%048d", number, 0);
    }

    private List<Finding> faults(NoteSigner... signers) {
        List<NoteKey> keys =
                java.util.stream.Stream.of(signers).map(NoteSigner::key).toList();
        return new PublicLogVerifier(log, new PublicLogVerifier.Archive(keys, _ -> true, act -> act == 4711)).verify();
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
