package se.sigill.core.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One acts file as verification finds it: whatever is in it.
 *
 * @param lines the whole lines, each with its entry if it has one
 * @param present false if there is no such file
 */
record ActsFile(long number, List<Optional<LogEntry>> lines, boolean present) {
    static ActsFile read(LogFolder folder, long number) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(folder.acts(number));
        } catch (NoSuchFileException e) {
            return new ActsFile(number, List.of(), false);
        }
        List<Optional<LogEntry>> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(LogEntry.parse(folder.form(), new String(bytes, start, i - start, StandardCharsets.UTF_8)));
                start = i + 1;
            }
        }
        return new ActsFile(number, lines, true);
    }

    long first() {
        return number * LogFolder.ACTS_A_FILE;
    }

    /** The number of the file whose acts these are by their own words; this one's unless all are of another. */
    long claimed() {
        List<Long> numbers = lines.stream()
                .flatMap(Optional::stream)
                .map(entry -> entry.index() / LogFolder.ACTS_A_FILE)
                .distinct()
                .toList();
        return numbers.size() == 1 ? numbers.getFirst() : number;
    }
}
