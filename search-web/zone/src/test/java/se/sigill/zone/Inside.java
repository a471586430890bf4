package se.sigill.zone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import se.sigill.core.bundle.BundleWriter;
import se.sigill.core.bundle.LogGrowth;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextFile;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;

/** Somebody who sends bundles to an open zone. */
final class Inside {
    static final String ORIGIN = "perstorp.example";

    private final OutsideHome outside;
    private final NoteSigner key = key();

    Inside(OutsideHome outside) throws IOException {
        this.outside = outside;
        Files.createDirectories(outside.incoming());
        Files.createDirectories(outside.ring().getParent());
    }

    /** Puts this sender's key into the ring, beside a line that is no key. */
    void isTrusted() throws IOException {
        Files.writeString(outside.ring(), "no key\n" + key.key() + "\n");
    }

    /** A record to be told. */
    record Letter(String id, String title, String words) {}

    /** Lays a bundle before the zone. @param previous empty for one that begins */
    Manifest send(long epoch, long number, String previous, List<Letter> letters, List<String> remove)
            throws IOException {
        return send(epoch, number, previous, letters, remove, Instant.now());
    }

    Manifest send(long epoch, long number, String previous, List<Letter> letters, List<String> remove, Instant made)
            throws IOException {
        return send(epoch, number, previous, letters, remove, made, _ -> LogGrowth.NONE);
    }

    /** Puts what is new of a log into a bundle. */
    interface Growing {
        LogGrowth into(BundleWriter bundle) throws IOException;
    }

    /** Lays a bundle before the zone that brings nothing but more of the log. */
    Manifest send(long epoch, long number, String previous, Growing log) throws IOException {
        return send(epoch, number, previous, List.of(), List.of(), Instant.now(), log);
    }

    private Manifest send(
            long epoch,
            long number,
            String previous,
            List<Letter> letters,
            List<String> remove,
            Instant made,
            Growing log)
            throws IOException {
        Path making = outside.root().resolve("making");
        BundleWriter writer = BundleWriter.in(making);
        List<PublicEntry> put = new ArrayList<>();
        for (Letter letter : letters) {
            put.add(letter.words().isEmpty() ? notice(letter) : record(letter, writer));
        }
        LogGrowth growth = log.into(writer);
        Manifest manifest = new Manifest(
                ORIGIN,
                epoch,
                number,
                previous,
                made,
                made.plus(Duration.ofHours(24)),
                previous.isEmpty(),
                true,
                put,
                remove,
                growth,
                new TreeMap<>(writer.files()));
        writer.finish(manifest, key);
        Files.move(making, outside.incoming().resolve(OutsideHome.name(epoch, number)));
        return manifest;
    }

    private static Notice notice(Letter letter) {
        return new Notice(letter.id(), Notice.Why.UNDECIDED, letter.title(), "2026-11-02", "Nämnden", "");
    }

    private static PublicRecord record(Letter letter, BundleWriter writer) throws IOException {
        ExtractedText text = new ExtractedText(
                List.of(new TextPart("0", "brev.txt", "text/plain", List.of(new TextPage(0, letter.words())))));
        byte[] bytes = letter.words().getBytes(StandardCharsets.UTF_8);
        String sha256 = writer.add(bytes);
        return new PublicRecord(
                letter.id(),
                "document",
                letter.title(),
                "",
                "2026-11-02",
                "in",
                "brev",
                "Nämnden",
                "",
                "",
                "1.1",
                "2026-11-03T00:00:00Z",
                writer.add(TextFile.write(text).getBytes(StandardCharsets.UTF_8)),
                "",
                List.of(new PublicFile(
                        "brev.txt",
                        "original",
                        "text/plain",
                        "",
                        bytes.length,
                        sha256,
                        "",
                        writer.add("proof".getBytes(StandardCharsets.UTF_8)),
                        List.of())));
    }

    private static NoteSigner key() {
        return key(ORIGIN + "/bundle");
    }

    static NoteSigner key(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
