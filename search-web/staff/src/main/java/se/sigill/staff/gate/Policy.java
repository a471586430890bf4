package se.sigill.staff.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which role may do what: the table {@code policy.csv}, a row for each {@link Task}, and the one place that says so.
 */
public final class Policy {
    /** The table that is in force. */
    public static final Policy IN_FORCE = read("policy.csv");

    private final Map<Task, Set<String>> allowed = new EnumMap<>(Task.class);

    /** @throws IllegalStateException if a task has no row, or a cell is neither yes nor no: nothing is guessed */
    Policy(String csv) {
        List<String> lines = csv.lines().toList();
        String[] columns = lines.getFirst().split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            Set<String> yes = new HashSet<>();
            for (int i = 1; i < columns.length; i++) {
                switch (cells[i]) {
                    case "yes" -> yes.add(columns[i]);
                    case "no" -> {}
                    default ->
                        throw new IllegalStateException("policy.csv: \"" + cells[i] + "\" is neither yes nor no");
                }
            }
            allowed.put(task(cells[0]), yes);
        }
        for (Task task : Task.values()) {
            if (!allowed.containsKey(task)) {
                throw new IllegalStateException("policy.csv has no row for " + task.word());
            }
        }
    }

    private static Task task(String word) {
        for (Task task : Task.values()) {
            if (task.word().equals(word)) {
                return task;
            }
        }
        throw new IllegalStateException("policy.csv: there is no task \"" + word + "\"");
    }

    private static Policy read(String name) {
        try (InputStream in = Policy.class.getResourceAsStream(name)) {
            return new Policy(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the web archive", e);
        }
    }

    /** Whether the visitor may come to do this. */
    public boolean allows(Visitor visitor, Task task) {
        Set<String> columns = allowed.getOrDefault(task, Set.of());
        return visitor.columns().stream().anyMatch(columns::contains);
    }
}
