package se.sigill.open.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Paths of this site. */
final class Addresses {
    private Addresses() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As one part of a path. */
    static String inPath(String text) {
        return encoded(text).replace("+", "%20");
    }

    static String record(Language l, String id) {
        return "/" + l.code() + "/handling/" + id;
    }

    static String caseOf(Language l, String number) {
        return "/" + l.code() + "/arende?nr=" + encoded(number);
    }

    static String file(String id, int index, String name) {
        return "/fil/" + id + "/" + index + "/" + inPath(name);
    }

    static String proof(String id, int index) {
        return "/bevis/" + id + "/" + index + "/bevis.zip";
    }

    /** A query string piece by piece. */
    static final class Query {
        private final StringJoiner pairs = new StringJoiner("&");

        Query with(String name, String value) {
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
}
