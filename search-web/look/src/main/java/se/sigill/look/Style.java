package se.sigill.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of every page. */
public final class Style {
    /** Its text. */
    public static final String SHEET = text(Style.class, "stil.css");

    private Style() {}

    /** A text that lies beside a class in its archive. */
    public static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is missing in the web archive")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the web archive", e);
        }
    }
}
