package se.sigill.core.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.proof.Sha;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TlogFormatException;

/**
 * Reads a bundle as it came in, and believes nothing of it before a key of the ring has signed it and every byte is
 * what the manifest says. Changes nothing.
 */
public final class BundleReader {
    /** A manifest has at most a few hundred entries of some kilobytes. */
    static final int MANIFEST_BYTES_MAX = 32 << 20;

    private static final int NOTE_BYTES_MAX = 16 << 10;

    private BundleReader() {}

    /** A bundle that may be believed, or why not. */
    public sealed interface Read {
        /** Signed by the ring, whole, and every byte as it was made. */
        record Whole(Manifest manifest) implements Read {}

        record Refused(Finding finding) implements Read {}
    }

    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Finding finding;

        Unfit(BundleFinding code, String where, String message) {
            super(message);
            this.finding = Finding.of(code, where, message);
        }
    }

    /** @throws IOException if the disk refuses: then nothing is known of the bundle */
    public static Read read(Path folder, Collection<NoteKey> ring) throws IOException {
        String where = String.valueOf(folder.getFileName());
        try {
            byte[] bytes = small(folder.resolve(BundleWriter.MANIFEST), MANIFEST_BYTES_MAX, where);
            Manifest manifest = manifest(bytes, where);
            signed(manifest, bytes, small(folder.resolve(BundleWriter.NOTE), NOTE_BYTES_MAX, where), ring, where);
            whole(folder, manifest, where);
            return new Read.Whole(manifest);
        } catch (Unfit e) {
            return new Read.Refused(e.finding);
        }
    }

    private static byte[] small(Path file, int max, String where) throws IOException, Unfit {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > max) {
            throw new Unfit(BundleFinding.FORM, where, file.getFileName() + " is not there, or too large");
        }
        return Files.readAllBytes(file);
    }

    private static Manifest manifest(byte[] bytes, String where) throws Unfit {
        try {
            return Manifest.read(bytes);
        } catch (JsonException e) {
            throw new Unfit(BundleFinding.FORM, where, "the manifest is not of its form: " + e.getMessage());
        }
    }

    private static void signed(Manifest manifest, byte[] bytes, byte[] note, Collection<NoteKey> ring, String where)
            throws Unfit {
        SignedNote signed;
        try {
            signed = SignedNote.parse(note);
        } catch (TlogFormatException e) {
            throw new Unfit(BundleFinding.FORM, where, "the signature is not of its form");
        }
        if (signed.verifiedBy(ring).isEmpty()) {
            throw new Unfit(BundleFinding.SIGNATURE, where, "no key of the ring has signed it");
        }
        // Both: the statement binds the digest of the canonical form, and these bytes must be that form.
        if (!signed.text().equals(manifest.statement()) || !java.util.Arrays.equals(bytes, manifest.bytes())) {
            throw new Unfit(BundleFinding.CHANGED, where, "the manifest is not the one that was signed");
        }
    }

    private static void whole(Path folder, Manifest manifest, String where) throws IOException, Unfit {
        Set<String> there = new TreeSet<>();
        Path all = folder.resolve(BundleWriter.FILES);
        if (!Files.isDirectory(all, LinkOption.NOFOLLOW_LINKS)) {
            throw new Unfit(BundleFinding.FORM, where, "it has no folder of files");
        }
        try (Stream<Path> files = Files.list(all)) {
            files.forEach(file -> there.add(file.getFileName().toString()));
        }
        if (!there.equals(manifest.files().keySet())) {
            throw new Unfit(BundleFinding.FORM, where, "files are missing, or are there that it does not name");
        }
        for (PublicEntry entry : manifest.put()) {
            if (entry instanceof PublicRecord record && !there.containsAll(record.blobs())) {
                throw new Unfit(BundleFinding.FORM, where, "an entry names a file that does not come with it");
            }
        }
        if (!there.containsAll(manifest.log().blobs())) {
            throw new Unfit(BundleFinding.FORM, where, "the log names a file that does not come with it");
        }
        for (Map.Entry<String, Long> file : manifest.files().entrySet()) {
            Path path = file(folder, file.getKey());
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(path) != file.getValue()
                    || !digest(path).equals(file.getKey())) {
                throw new Unfit(
                        BundleFinding.CHANGED, where, "the file " + file.getKey() + " is not what its name says");
            }
        }
    }

    /** Where a file of the bundle lies. */
    public static Path file(Path folder, String sha256) {
        return folder.resolve(BundleWriter.FILES).resolve(sha256);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest sha256 = Sha.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /**
     * The manifest of a bundle that was made here and waits; its signature and files are not looked at.
     *
     * @return empty if it is not of its form
     */
    public static Optional<Manifest> ownManifest(Path folder) throws IOException {
        Path file = folder.resolve(BundleWriter.MANIFEST);
        try {
            return Files.exists(file) ? Optional.of(Manifest.read(Files.readAllBytes(file))) : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** The head in its file; empty if there is none. @throws JsonException if it is not of its form */
    public static Optional<ZoneHead> head(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(
                ZoneHead.fromJson(JsonReader.parse(Files.readAllBytes(file)).asObject()));
    }
}
