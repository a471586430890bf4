package se.sigill.engines.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Parts that somebody wants as files, and those found so far. Not for several threads. */
public final class Wanted {
    private final Set<String> parts;
    private final Path folder;
    private final Map<String, Path> found = new TreeMap<>();

    /** @param folder an existing one; files there are named {@code part-PATH} */
    public Wanted(List<String> parts, Path folder) {
        this.parts = Set.copyOf(parts);
        this.folder = folder;
    }

    /** Nothing is wanted. */
    static Wanted nothing() {
        return new Wanted(List.of(), Path.of(""));
    }

    /** Keeps a copy of a part that is wanted. @param whole the bytes of the part, all of them */
    void offer(String part, Path whole) throws IOException {
        // The first of a path: a mail that breaks the rules may give two parts the same place.
        if (parts.contains(part) && !found.containsKey(part)) {
            found.put(part, Files.copy(whole, folder.resolve("part-" + part)));
        }
    }

    Map<String, Path> found() {
        return Collections.unmodifiableMap(found);
    }
}
