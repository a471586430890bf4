package se.sigill.open.ask;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form sent, or the query of an address says: values by name, in their order. Never printed. */
public final class Sent {
    /**
     * The longest body. The longest text that is taken has 20,000 characters, which a browser writes as 180,000 bytes
     * if each is one of Chinese; ids, contact and pasted numbers have room besides.
     */
    public static final int BYTES_MAX = 256 << 10;

    /** Two hundred ids and the fields of the form. */
    static final int FIELDS_MAX = 400;

    private final Map<String, List<String>> fields;

    private Sent(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    public static Sent of(Map<String, List<String>> fields) {
        return new Sent(Map.copyOf(fields));
    }

    /**
     * Reads {@code application/x-www-form-urlencoded} in UTF-8.
     *
     * @param body is read to its end or to the limit, and not closed
     * @return empty if it is too long, has too many fields, is no such form, or broke off
     */
    public static Optional<Sent> read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(BYTES_MAX + 1);
            return bytes.length > BYTES_MAX ? Optional.empty() : read(new String(bytes, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // Whoever sent it is gone.
            return Optional.empty();
        }
    }

    private static Optional<Sent> read(String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String[] pairs = body.isEmpty() ? new String[0] : body.split("&", FIELDS_MAX + 1);
        if (pairs.length > FIELDS_MAX) {
            return Optional.empty();
        }
        try {
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new Sent(fields));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Empty if there is none. */
    public String first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    @Override
    public String toString() {
        return "Sent[hidden]";
    }
}
