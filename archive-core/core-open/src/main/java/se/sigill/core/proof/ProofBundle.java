package se.sigill.core.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;

/**
 * Writes proof bundles: {@code sigill/proof/1}, docs/formats/proof-bundle.md. Reading is {@link ProofFiles}. A bundle
 * is a copy that can be made again, so it is not forced to the disk.
 */
public final class ProofBundle {
    public static final String FORMAT = "sigill/proof/1";
    public static final String ABOUT = "proof.json";
    public static final String FILE_FOLDER = "file/";
    public static final String LEAF = "leaf";
    public static final String PATH = "path";
    public static final String EVIDENCE = "evidence.ers";
    public static final String ROOT = "root";
    public static final String SIGNATURE = "root.p7s";
    public static final String SEAL_CHAIN = "seal.pem";
    public static final String STAMP = "timestamp.tst";
    public static final String STAMP_CHAIN = "tsa.pem";
    public static final String SUMS = "SHA256SUMS";
    public static final String PUBLIC_FOLDER = "public/";
    public static final String PUBLIC_CHECKPOINT = "public/checkpoint";
    public static final String PUBLIC_INCLUSION = "public/inclusion";
    public static final String PUBLIC_KEY = "public/key";
    private static final int NAME_BYTES_MAX = 255;

    private ProofBundle() {}

    /** Whether a name can stand in a bundle: one path element of at most 255 bytes without control characters. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES_MAX
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    /**
     * Writes a bundle as a folder.
     *
     * @param target does not exist yet; its parent does
     * @param name of the file in the bundle
     * @param file the file that the proof is about
     * @throws IllegalArgumentException if the name cannot stand in a bundle
     */
    public static void writeFolder(Path target, String name, Path file, FileProof proof) throws IOException {
        Map<String, byte[]> parts = parts(name, proof);
        Files.createDirectory(target);
        Files.createDirectory(target.resolve(FILE_FOLDER));
        Map<String, String> sums = new TreeMap<>();
        try (OutputStream out = Files.newOutputStream(target.resolve(FILE_FOLDER + name))) {
            sums.put(FILE_FOLDER + name, copy(file, out));
        }
        if (proof.published() instanceof PublicProof.Logged) {
            Files.createDirectory(target.resolve(PUBLIC_FOLDER));
        }
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Files.write(target.resolve(part.getKey()), part.getValue());
            sums.put(part.getKey(), hex(Sha.sha256(part.getValue())));
        }
        Files.write(target.resolve(SUMS), sums(sums));
    }

    /** The same as a zip. @param out is left open */
    public static void writeZip(OutputStream out, String name, Path file, FileProof proof) throws IOException {
        Map<String, byte[]> parts = parts(name, proof);
        Map<String, String> sums = new TreeMap<>();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(entry(FILE_FOLDER + name));
        sums.put(FILE_FOLDER + name, copy(file, zip));
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            zip.putNextEntry(entry(part.getKey()));
            zip.write(part.getValue());
            sums.put(part.getKey(), hex(Sha.sha256(part.getValue())));
        }
        zip.putNextEntry(entry(SUMS));
        zip.write(sums(sums));
        zip.finish();
    }

    /** The bytes of {@code proof.json}. */
    public static byte[] about(String name, String origin) {
        Json.Obj json = Json.object().with("format", FORMAT).with("file", name).with("origin", origin);
        return (JsonWriter.compact(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(String name, FileProof proof) {
        if (!isName(name)) {
            throw new IllegalArgumentException("the name of the file cannot stand in a bundle");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(ABOUT, about(name, proof.statement().origin()));
        parts.put(LEAF, proof.leaf().bytes());
        parts.put(PATH, proof.path().bytes());
        parts.put(EVIDENCE, proof.evidenceRecord());
        parts.put(ROOT, proof.statement().bytes());
        parts.put(SIGNATURE, proof.signature());
        parts.put(SEAL_CHAIN, proof.sealChain());
        parts.put(STAMP, proof.timeStamp());
        parts.put(STAMP_CHAIN, proof.stampChain());
        if (proof.published() instanceof PublicProof.Logged logged) {
            parts.put(PUBLIC_CHECKPOINT, logged.proof().checkpoint().bytes());
            parts.put(PUBLIC_INCLUSION, logged.proof().bytes());
            parts.put(PUBLIC_KEY, logged.keyLine());
        }
        return parts;
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        // The same proof gives the same bytes: the time of writing says nothing.
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    private static String copy(Path file, OutputStream out) throws IOException {
        MessageDigest digest = Sha.sha256();
        DigestOutputStream hashing = new DigestOutputStream(out, digest);
        Files.copy(file, hashing);
        hashing.flush();
        return hex(digest.digest());
    }

    static byte[] sums(Map<String, String> sums) {
        StringBuilder out = new StringBuilder();
        // Names with a backslash cannot occur, so sha256sum needs no escapes.
        sums.forEach((name, sum) -> out.append(sum).append("  ").append(name).append('\n'));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
