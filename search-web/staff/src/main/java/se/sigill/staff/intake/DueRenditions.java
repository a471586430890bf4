package se.sigill.staff.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Durable;
import se.sigill.core.record.RecordId;

/**
 * Deliveries of which renditions are still to be made: a file each below {@code work/lasting}, with the ids of the
 * records, one a line. So a server that is stopped amid them goes on after its next start.
 */
final class DueRenditions {
    private final Path folder;

    DueRenditions(Home home) {
        this.folder = home.work().resolve("lasting");
    }

    /** Before the first is made. */
    void begin(String delivery, List<RecordId> records) {
        try {
            Files.createDirectories(folder);
            String lines = records.stream().map(RecordId::value).collect(Collectors.joining("\n"));
            Durable.replace(folder.resolve(delivery), lines.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** After the last. */
    void end(String delivery) {
        try {
            Files.deleteIfExists(folder.resolve(delivery));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** What a stop left, by delivery. */
    Map<String, List<RecordId>> left() {
        Map<String, List<RecordId>> left = new TreeMap<>();
        if (Files.notExists(folder)) {
            return left;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(DueRenditions::isWhole).toList()) {
                left.put(
                        String.valueOf(file.getFileName()),
                        Files.readAllLines(file).stream()
                                .filter(RecordId::isId)
                                .map(RecordId::new)
                                .toList());
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return left;
    }

    private static boolean isWhole(Path file) {
        return !String.valueOf(file.getFileName()).endsWith(Durable.TEMPORARY_SUFFIX);
    }

    private ArchiveException failed(IOException e) {
        return new ArchiveException.StorageFailed(folder + " cannot be read or written; check the disk", e);
    }
}
