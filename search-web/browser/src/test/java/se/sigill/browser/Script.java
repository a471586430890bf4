package se.sigill.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What is run in a page to look at it. The scripts lie beside, each one function under a remark. */
final class Script {
    static final String VIOLATIONS = text("violations.js");
    static final String OVERFLOW = text("overflow.js");
    static final String FOCUS = text("focus.js");

    private Script() {}

    private static String text(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
