package se.sigill.app.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.store.Digests;

/**
 * What depositors delivered and what they were told. Each document has bytes of its own and a word that stands in no
 * other, so that its digest says whether it is there and how often, and its word whether it can be found.
 */
final class Tidings {
    /** SHA-256 to word, of everything that was delivered. */
    private final Map<String, String> delivered = new HashMap<>();

    /** SHA-256 to word, of everything a receipt was given for. */
    private final Map<String, String> acknowledged = new LinkedHashMap<>();

    private int words;

    /** Makes a folder with documents to deliver. */
    Path makeFolder(Path folder, int documents) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < documents; i++) {
            String word = "ord" + spelled(++words) + "slut";
            byte[] text = ("Tjänsteskrivelse om " + word + ".\n").getBytes(StandardCharsets.UTF_8);
            Path file = folder.resolve("handling-" + i + ".txt");
            Files.write(file, text);
            delivered.put(Digests.of(file).sha256(), word);
        }
        return folder;
    }

    /** Letters only: a number could be read as part of another. */
    private static String spelled(int number) {
        StringBuilder out = new StringBuilder();
        for (int left = number; left > 0; left /= 20) {
            out.append("bcdfghjklmnpqrstvwxz".charAt(left % 20)).append('o');
        }
        return out.toString();
    }

    /**
     * Reads the receipts that depositors got into a folder. One that was half written when its process was killed told
     * nobody anything.
     *
     * @return how many documents they answer for
     */
    int readReceipts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<Path> files;
        try (Stream<Path> each = Files.list(folder)) {
            files = each.sorted().toList();
        }
        int documents = 0;
        for (Path file : files) {
            for (String sha256 : documentsIn(file)) {
                String word = delivered.get(sha256);
                if (word == null) {
                    throw new AssertionError(file + " answers for something that nobody delivered");
                }
                acknowledged.put(sha256, word);
                documents++;
            }
        }
        return documents;
    }

    private static List<String> documentsIn(Path receipt) throws IOException {
        List<String> digests = new ArrayList<>();
        try {
            Json.Obj whole = JsonReader.parse(Files.readAllBytes(receipt)).asObject();
            for (Json line : whole.array("items")) {
                digests.add(line.asObject().text("sha256"));
            }
        } catch (JsonException e) {
            return List.of();
        }
        return digests;
    }

    /** SHA-256 to word. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }
}
