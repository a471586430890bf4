package se.sigill.look;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** A query string piece by piece. */
public final class Query {
    private final StringJoiner pairs = new StringJoiner("&");

    /** As one value of a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A value without text is left out. */
    public Query with(String name, String value) {
        if (!value.isEmpty()) {
            pairs.add(name + "=" + encoded(value));
        }
        return this;
    }

    /** With the question mark; empty if there is nothing. */
    @Override
    public String toString() {
        return pairs.length() == 0 ? "" : "?" + pairs;
    }
}
