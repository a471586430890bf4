package se.sigill.app.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;

/**
 * The texts of a folder of third-party cases, and the questions about them.
 *
 * @param folder with {@code search-docs.jsonl.gz}, a JSON object a line, and {@code search-q-SET.tsv}
 */
record Texts(Path folder) {
    private static final String NAME = "search-docs.jsonl.gz";
    private static final String HEADS = "sökväg;id;titel;diarienummer;datum;handlingstyp\r\n";

    /** Sets of questions in which the title is the question, or the number is: what they ask for has no title. */
    private static final List<String> UNTITLED = List.of("interpellation", "statute", "statute-provision");

    /** A question and the document that answers it. */
    record Question(String query, String answer) {}

    boolean isThere() {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    List<Question> questions(String set) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("search-q-" + set + ".tsv"))) {
            String[] cells = line.split("\t");
            if (cells.length >= 3 && !cells[0].equals("qid")) {
                questions.add(new Question(cells[1], cells[2]));
            }
        }
        return questions;
    }

    /**
     * Writes deliveries of so many texts each, with a table beside.
     *
     * @param most texts in all
     * @return their folders
     */
    List<Path> deliveries(Path into, int each, int most) throws IOException {
        List<Path> all = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(NAME)), 1 << 16), StandardCharsets.UTF_8))) {
            StringBuilder table = new StringBuilder(HEADS);
            int written = 0;
            for (String line = lines.readLine(); line != null && written < most; line = lines.readLine()) {
                if (written % each == 0) {
                    all.add(Files.createDirectories(into.resolve("leverans-" + all.size())));
                    table = new StringBuilder(HEADS);
                }
                write(all.getLast(), written % each, JsonReader.parse(line).asObject(), table);
                written++;
                if (written % each == 0) {
                    Files.writeString(all.getLast().resolve("leverans.csv"), table);
                }
            }
            if (!all.isEmpty()) {
                Files.writeString(all.getLast().resolve("leverans.csv"), table);
            }
        }
        return all;
    }

    private static void write(Path delivery, int number, Json.Obj text, StringBuilder table) throws IOException {
        String name = number + ".txt";
        Files.writeString(delivery.resolve(name), text.text("text"));
        String type = text.text("type");
        String title = UNTITLED.contains(type) ? "" : text.optionalText("title").orElse("");
        table.append(String.join(
                        ";",
                        name,
                        quoted(text.text("id")),
                        quoted(title),
                        quoted(text.optionalText("number").orElse("")),
                        text.optionalText("date").orElse(""),
                        quoted(type)))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"").replaceAll("\\s+", " ").strip() + "\"";
    }
}
