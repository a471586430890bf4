package se.sigill.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of every page. */
public final class Style {
    /** Its text. */
    public static final String SHEET = read("stil.css");

    private Style() {}

    private static String read(String name) {
        try (InputStream in = Style.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is missing in the web archive")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the web archive", e);
        }
    }
}
