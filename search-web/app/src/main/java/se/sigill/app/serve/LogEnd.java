package se.sigill.app.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What to show of the log of a server that did not start: its errors, or where it told none the last lines. */
final class LogEnd {
    private static final int LINES_MAX = 12;
    /** Time, thread and logger stand before the severity. */
    private static final Pattern ERROR = Pattern.compile("^\\[[^]]+] [0-9a-f]{8} \\S+\\s+[EF] .*");

    private LogEnd() {}

    static List<String> of(ServerPlace place) {
        List<String> lines = new ArrayList<>();
        for (Path file : List.of(place.console(), place.log())) {
            try {
                if (Files.exists(file)) {
                    // Not as UTF-8: the Java machine may print anything.
                    Files.readString(file, StandardCharsets.ISO_8859_1)
                            .lines()
                            .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                            .map(line -> line.strip().replace('\t', ' '))
                            .filter(line -> !line.isEmpty())
                            .forEach(lines::add);
                }
            } catch (IOException e) {
                lines.add(file + " cannot be read: " + e.getMessage());
            }
        }
        List<String> errors =
                lines.stream().filter(line -> ERROR.matcher(line).matches()).toList();
        List<String> shown = errors.isEmpty() ? lines : errors;
        return List.copyOf(shown.subList(Math.max(0, shown.size() - LINES_MAX), shown.size()));
    }
}
