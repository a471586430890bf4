package se.sigill.core.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import se.sigill.core.proof.Sha;
import se.sigill.core.tlog.NoteSigner;
import se.sigill.core.tlog.SignedNote;

/**
 * Writes one bundle as a folder. It can be made again at any time, so nothing is forced to the disk. For one thread.
 */
public final class BundleWriter {
    static final String MANIFEST = "manifest.json";
    static final String NOTE = "manifest.note";
    static final String FILES = "files";

    private final Path folder;
    private final Map<String, Long> files = new HashMap<>();

    private BundleWriter(Path folder) {
        this.folder = folder;
    }

    /** @param folder is not there yet; its parent is */
    public static BundleWriter in(Path folder) throws IOException {
        Files.createDirectory(folder);
        Files.createDirectory(folder.resolve(FILES));
        return new BundleWriter(folder);
    }

    /** Adds a file under its digest. @return the digest, hexadecimal */
    public String add(byte[] bytes) throws IOException {
        String sha256 = HexFormat.of().formatHex(Sha.sha256(bytes));
        if (files.putIfAbsent(sha256, (long) bytes.length) == null) {
            Files.write(place(sha256), bytes);
        }
        return sha256;
    }

    /**
     * Adds a file whose digest is known.
     *
     * @param in is read to its end, and left open
     * @return false if the bytes have another digest; then nothing was added
     */
    public boolean add(String sha256, InputStream in) throws IOException {
        if (files.containsKey(sha256)) {
            return true;
        }
        MessageDigest digest = Sha.sha256();
        long size = Files.copy(new DigestInputStream(in, digest), place(sha256));
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            Files.delete(place(sha256));
            return false;
        }
        files.put(sha256, size);
        return true;
    }

    /** The files added so far: digest to size in bytes. */
    public Map<String, Long> files() {
        return Map.copyOf(files);
    }

    /** Writes manifest and signature: then the bundle is whole. */
    public void finish(Manifest manifest, NoteSigner signer) throws IOException {
        if (!manifest.files().equals(files)) {
            throw new IllegalArgumentException("the manifest names other files than were added");
        }
        Files.write(folder.resolve(MANIFEST), manifest.bytes());
        SignedNote note = SignedNote.sign(manifest.statement(), List.of(signer));
        Files.write(folder.resolve(NOTE), note.bytes());
    }

    private Path place(String sha256) {
        return folder.resolve(FILES).resolve(sha256);
    }
}
