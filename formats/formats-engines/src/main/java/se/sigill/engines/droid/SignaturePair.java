package se.sigill.engines.droid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A signature file and its container signature file.
 *
 * @param basis what it is called in records, {@code PRONOM V100/20240501}
 */
record SignaturePair(Path signatures, Path containers, String basis) {
    private static final Pattern SIGNATURES = Pattern.compile("DROID_SignatureFile_V(\\d+)\\.xml");
    private static final Pattern CONTAINERS = Pattern.compile("container-signature-(\\d{8})\\.xml");

    /** The pair from the jars of DROID, laid into the temporary folder because DROID reads files only. */
    static SignaturePair fromJars() {
        String signatures = "DROID_SignatureFile_V100.xml";
        String containers = "container-signature-20240501.xml";
        return new SignaturePair(copy(signatures), copy(containers), "PRONOM V100/20240501");
    }

    /**
     * The pair in a folder; the newest of each where there are several.
     *
     * @throws IllegalArgumentException if one is missing
     */
    static SignaturePair in(Path folder) {
        Path signatures = newest(folder, SIGNATURES);
        Path containers = newest(folder, CONTAINERS);
        return new SignaturePair(
                signatures,
                containers,
                "PRONOM V" + number(signatures, SIGNATURES) + "/" + number(containers, CONTAINERS));
    }

    private static Path newest(Path folder, Pattern pattern) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> pattern.matcher(name(file)).matches())
                    .sorted((a, b) -> Long.compare(number(b, pattern), number(a, pattern)))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("no file " + pattern + " in " + folder);
            }
            return found.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be listed", e);
        }
    }

    private static long number(Path file, Pattern pattern) {
        Matcher matcher = pattern.matcher(name(file));
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path copy(String resource) {
        try (InputStream in = SignaturePair.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the engines' class path");
            }
            Path file = Files.createTempFile("signatures", ".xml");
            Files.write(file, in.readAllBytes());
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be laid into the temporary folder", e);
        }
    }
}
