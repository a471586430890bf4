package se.sigill.app.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Looks for planted words in every byte of some folders, as they are and as they are often written. */
final class Planted {
    private Planted() {}

    /** Which word stands in which file; empty if none does anywhere. */
    static List<String> in(List<Path> folders, List<String> words) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                    for (String word : words) {
                        if (forms(word).stream().anyMatch(bytes::contains)) {
                            found.add(word + " in " + folder.relativize(file));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** UTF-8, UTF-16, base 64 and hexadecimal, as bytes that are read one a character. */
    private static List<String> forms(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(utf8);
        return List.of(
                new String(utf8, StandardCharsets.ISO_8859_1),
                new String(word.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
                // The last characters depend on what follows.
                base64.substring(0, base64.length() - 2),
                HexFormat.of().formatHex(utf8));
    }
}
