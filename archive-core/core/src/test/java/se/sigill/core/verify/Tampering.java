package se.sigill.core.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Something done to an archive. */
interface Tampering {
    void on(Path archive) throws IOException;

    /** {@code P1} to {@code P9} stand for the sealed periods, in order. */
    private static Path at(Path archive, String place) throws IOException {
        String path = place;
        if (place.matches("evidence/P\\d.*")) {
            List<Path> periods;
            try (Stream<Path> all = Files.list(archive.resolve("evidence"))) {
                periods = all.filter(Files::isDirectory).sorted().toList();
            }
            int number = place.charAt("evidence/P".length()) - '0';
            path = "evidence/" + periods.get(number - 1).getFileName() + place.substring("evidence/P1".length());
        }
        return archive.resolve(path);
    }

    static Tampering flip(String place) {
        return a -> {
            Path file = at(a, place);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            put(file, bytes);
        };
    }

    /** Puts another digit, or one where there was none, right after a text. */
    static Tampering change(String place, String after) {
        return a -> {
            String text = Files.readString(at(a, place));
            int index = text.indexOf(after) + after.length();
            char other = text.charAt(index) == '1' ? '2' : '1';
            put(at(a, place), SampleArchive.utf8(text.substring(0, index) + other + text.substring(index + 1)));
        };
    }

    static Tampering cut(String place) {
        return a -> {
            byte[] bytes = Files.readAllBytes(at(a, place));
            put(at(a, place), Arrays.copyOf(bytes, bytes.length - 3));
        };
    }

    static Tampering delete(String place) {
        return a -> Files.delete(at(a, place));
    }

    static Tampering write(String place) {
        return a -> Files.write(at(a, place), SampleArchive.utf8("something"));
    }

    static Tampering deleteAll(String place) {
        return a -> {
            try (var walk = Files.walk(at(a, place))) {
                walk.sorted(Comparator.reverseOrder()).forEach(p -> {
                    try {
                        Files.delete(p);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        };
    }

    static Tampering swap(String one, String other) {
        return a -> {
            Path aside = a.resolveSibling("aside");
            Path first = at(a, one);
            Path second = at(a, other);
            Files.move(first, aside);
            Files.move(second, first);
            Files.move(aside, second);
        };
    }

    static void replace(Path archive, String place, String from, String to) throws IOException {
        String text = Files.readString(archive.resolve(place));
        assertTrue(text.contains(from));
        put(archive.resolve(place), SampleArchive.utf8(text.replace(from, to)));
    }

    /** Two acts change places; the indexes stay in order. */
    static void reorder(Path archive) throws IOException {
        Path file = archive.resolve("log/acts/000");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String tenth = lines.get(10);
        String eleventh = lines.get(11);
        lines.set(10, eleventh.replace("{\"index\":11,", "{\"index\":10,"));
        lines.set(11, tenth.replace("{\"index\":10,", "{\"index\":11,"));
        put(file, SampleArchive.utf8(String.join("\n", lines) + "\n"));
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }
}
