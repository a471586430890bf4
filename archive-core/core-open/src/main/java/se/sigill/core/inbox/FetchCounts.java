package se.sigill.core.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;

/**
 * The folder {@code fetched/} of the open zone's home: how often each file of a box was fetched on each day, so that
 * the inside can say so if the file should not have been there. Neither who, nor from where, nor at what hour: days and
 * numbers, format {@code sigill/fetched/1} in {@code docs/formats/inbox.md}, and times of files that say the day alone.
 *
 * <p>The outside counts, before it opens the file: never too few. The inside reads, and forgets with the box. Safe for
 * threads of one process.
 */
public final class FetchCounts {
    static final String FORMAT = "sigill/fetched/1";

    /** Boxes are there for a month or two, and while an appeal is open. */
    static final int DAYS_MAX = 4_000;

    private static final int BYTES_MAX = 1 << 18;
    private static final Pattern LINE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}) ([1-9][0-9]{0,17})");

    private final Path folder;

    /** @param folder {@code OutsideHome.fetched()} */
    public FetchCounts(Path folder) {
        this.folder = folder;
    }

    /**
     * Counts one more. Durable on return.
     *
     * @param box the name of the box @param file its id in the box
     * @throws IOException if the disk refuses, or what was counted before cannot be read: then it is left as it is
     */
    public synchronized void count(String box, String file, LocalDate day) throws IOException {
        SortedMap<LocalDate, Long> days = of(box, file);
        days.merge(day, 1L, Math::addExact);
        if (days.size() > DAYS_MAX) {
            throw new IOException("a file is counted on at most " + DAYS_MAX + " days");
        }
        StringBuilder out = new StringBuilder(FORMAT).append('\n');
        days.forEach(
                (each, number) -> out.append(each).append(' ').append(number).append('\n'));
        Path at = file(box, file);
        Durable.createDirectories(parent(at));
        Durable.replace(at, out.toString().getBytes(StandardCharsets.US_ASCII));
        FileTime midnight = FileTime.from(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        Files.setLastModifiedTime(at, midnight);
        Files.setLastModifiedTime(parent(at), midnight);
        Files.setLastModifiedTime(folder, midnight);
    }

    /**
     * How often on which day; empty if never.
     *
     * @throws IOException if it cannot be read, or is not of its form
     */
    public SortedMap<LocalDate, Long> of(String box, String file) throws IOException {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        String text;
        try {
            Path at = file(box, file);
            if (Files.size(at) > BYTES_MAX) {
                throw damaged();
            }
            text = Files.readString(at, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            return days;
        }
        if (!text.startsWith(FORMAT + "\n") || !text.endsWith("\n")) {
            throw damaged();
        }
        for (String line : text.substring(FORMAT.length() + 1).lines().toList()) {
            Matcher m = LINE.matcher(line);
            if (!m.matches()) {
                throw damaged();
            }
            try {
                days.put(LocalDate.parse(m.group(1)), Long.parseLong(m.group(2)));
            } catch (DateTimeException e) {
                throw new IOException("what was counted has a day that is none", e);
            }
        }
        return days;
    }

    /** Forgets what was counted for a box; what is not there is no error. Durable on return. */
    public void forget(String box) throws IOException {
        Path at = folder.resolve(Bytes.requireName(box));
        if (Files.exists(at)) {
            Trees.delete(at);
            Durable.forceDirectory(folder);
        }
    }

    private Path file(String box, String file) {
        return folder.resolve(Bytes.requireName(box)).resolve(Bytes.requireName(file));
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static IOException damaged() {
        return new IOException("what was counted is not of its form");
    }
}
