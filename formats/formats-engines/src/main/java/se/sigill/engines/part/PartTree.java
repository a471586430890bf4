package se.sigill.engines.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;
import se.sigill.formats.PartFacts;

/** Reads one file and everything in it. One use. */
public final class PartTree {
    /** The path of the file itself. */
    public static final String ROOT = "0";

    private static final int BUFFER_BYTES = 1 << 16;

    private final Recogniser recogniser;
    private final List<PartReader> readers;
    private final PartSink sink;
    private final Wanted wanted;

    private PartTree(Recogniser recogniser, List<PartReader> readers, PartSink sink, Wanted wanted) {
        this.recogniser = recogniser;
        this.readers = readers;
        this.sink = sink;
        this.wanted = wanted;
    }

    /**
     * Identifies and reads a file. Its own digest is left empty: the caller has it.
     *
     * @param readers in order of preference
     */
    public static Extraction extract(FileInput file, Recogniser recogniser, List<PartReader> readers)
            throws IOException {
        PartTree tree = new PartTree(recogniser, readers, new PartSink(file.name()), Wanted.nothing());
        Identification identification = tree.readWhole(file);
        return tree.sink.extraction(identification);
    }

    /** Reads a file again for parts in it, under the same limits and with the same paths as before. */
    public static Map<String, Path> unpack(
            FileInput file, Recogniser recogniser, List<PartReader> readers, Wanted wanted) throws IOException {
        new PartTree(recogniser, readers, new PartSink(file.name()), wanted).readWhole(file);
        return wanted.found();
    }

    private Identification readWhole(FileInput file) throws IOException {
        Identification identification = recogniser.identify(file);
        sink.find(identification.findings(), ROOT);
        OpenPart root = new OpenPart(file.path(), oneLine(file.name()), ROOT, 0, identification);
        read(root, Files.size(file.path()), "");
        return identification;
    }

    public PartSink sink() {
        return sink;
    }

    /** Opens a child: its bytes are laid aside, counted, digested, identified and read. Does not close {@code in}. */
    public void open(OpenPart parent, String path, String rawName, InputStream in) throws IOException {
        if (!sink.mayOpen(path, parent.depth() + 1)) {
            return;
        }
        String name = oneLine(rawName);
        Path file = Files.createTempFile("part", "");
        try {
            MessageDigest digest = sha256();
            boolean whole;
            try {
                whole = copy(in, file, digest);
            } catch (IOException | RuntimeException e) {
                sink.find(
                        FormatFinding.PART_DAMAGED,
                        path,
                        "cannot be unpacked: " + e.getClass().getSimpleName());
                sink.add(PartFacts.of(path, name, Identification.MIME_UNKNOWN, "", Files.size(file), ""), List.of());
                return;
            }
            if (!whole) {
                sink.bomb(path);
                sink.add(PartFacts.of(path, name, Identification.MIME_UNKNOWN, "", Files.size(file), ""), List.of());
                return;
            }
            wanted.offer(path, file);
            Identification identification = recogniser.identify(new FileInput(file, name));
            sink.find(identification.findings(), path);
            OpenPart part = new OpenPart(file, name, path, parent.depth() + 1, identification);
            read(part, Files.size(file), HexFormat.of().formatHex(digest.digest()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void read(OpenPart part, long sizeBytes, String sha256) throws IOException {
        String mime = part.identification().mime();
        PartFacts facts = PartFacts.of(
                part.path(), part.name(), mime, part.identification().puid(), sizeBytes, sha256);
        int place = sink.reserve(facts);
        if (sizeBytes == 0) {
            return;
        }
        for (PartReader reader : readers) {
            if (reader.reads(mime)) {
                PartContent content = reader.read(part, this);
                sink.fill(
                        place,
                        new PartFacts(
                                facts.path(),
                                facts.name(),
                                mime,
                                facts.puid(),
                                sizeBytes,
                                sha256,
                                new TreeMap<>(content.metadata())),
                        content.pages());
                return;
            }
        }
        sink.find(FormatFinding.TEXT_UNSUPPORTED, part.path(), "no engine reads text of " + mime);
    }

    private boolean copy(InputStream in, Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (n > sink.unpackedLeft()) {
                    return false;
                }
                sink.unpacked(n);
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return true;
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A name made one line without control characters, at most 255 characters. */
    public static String oneLine(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() > 255 ? line.substring(0, 255) : line;
    }
}
