package se.sigill.app.request;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file with a list of what is in it, each with its SHA-256. The same content in the same order gives the same
 * bytes: no time and no name of a machine is in it.
 */
final class CourtZip {
    /** Every file system and every program for ZIP files takes such names. */
    private static final int NAME_CHARACTERS_MAX = 100;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** What was put in. @param what it is, in words */
    record Line(String path, String what, String sha256) {}

    CourtZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    void file(String folder, String name, String what, Path content) throws IOException {
        String path = begin(folder, name);
        MessageDigest digest = sha256();
        DigestOutputStream hashing = new DigestOutputStream(zip, digest);
        Files.copy(content, hashing);
        hashing.flush();
        lines.add(new Line(path, what, HexFormat.of().formatHex(digest.digest())));
    }

    void text(String folder, String name, String what, String content) throws IOException {
        String path = begin(folder, name);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        zip.write(bytes);
        lines.add(new Line(path, what, HexFormat.of().formatHex(sha256().digest(bytes))));
    }

    /** Ends it with a list that {@code sha256sum -c} reads. The stream below is left open. */
    void finish() throws IOException {
        StringBuilder sums = new StringBuilder();
        lines.forEach(line ->
                sums.append(line.sha256()).append("  ").append(line.path()).append('\n'));
        byte[] bytes = sums.toString().getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(entry("SHA256SUMS"));
        zip.write(bytes);
        zip.finish();
    }

    private String begin(String folder, String name) throws IOException {
        String safe = safe(name);
        String path = folder + safe;
        for (int i = 2; !names.add(path.toLowerCase(Locale.ROOT)); i++) {
            path = folder + i + "-" + safe;
        }
        zip.putNextEntry(entry(path));
        return path;
    }

    /** A name out of a delivery leads nowhere else, and no program stumbles over it. */
    static String safe(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_").strip().replaceAll("^[.]+|[. ]+$", "_");
        String cut =
                plain.length() > NAME_CHARACTERS_MAX ? plain.substring(plain.length() - NAME_CHARACTERS_MAX) : plain;
        return cut.isEmpty() ? "fil" : cut;
    }

    private static ZipEntry entry(String path) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}
