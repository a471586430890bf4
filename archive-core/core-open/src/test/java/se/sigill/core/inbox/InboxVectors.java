package se.sigill.core.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The test vectors as {@code docs/formats/inbox.md} has them. */
public final class InboxVectors {
    private static final Pattern LINE = Pattern.compile("^([a-z0-9-]+) {2,}(\\S+)$", Pattern.MULTILINE);
    private static final Path PAGE =
            Path.of(System.getProperty("sigill.root", "../..")).resolve("docs/formats/inbox.md");

    private final Map<String, String> values;

    public InboxVectors() {
        try {
            String section = Files.readString(PAGE).split("## Test vectors", 2)[1];
            values = LINE.matcher(section).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if the page has none of this name */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("docs/formats/inbox.md has no vector " + name);
        }
        return value;
    }

    public byte[] bytes(String name) {
        return HexFormat.of().parseHex(text(name));
    }
}
