package se.sigill.engines.tika;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Hears Tika's table of media types and keeps the rules of bytes. One use. */
final class MagicTableReader extends DefaultHandler {
    private static final int PRIORITY = 50;

    private final List<MagicTable.Entry> entries = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private MediaType type = MediaType.OCTET_STREAM;
    private int priority;

    /** A {@code magic} or {@code match} whose end has not come. */
    private static final class Open {
        private final @Nullable MagicRule own;
        private final int least;
        private final List<MagicRule> inside = new ArrayList<>();

        Open(@Nullable MagicRule own, int least) {
            this.own = own;
            this.least = least;
        }

        MagicRule rule() {
            if (inside.isEmpty()) {
                if (own == null) {
                    throw new IllegalStateException("a match that matches nothing");
                }
                return own;
            }
            MagicRule some = inside.size() == 1 ? inside.getFirst() : new MagicRule.Some(least, List.copyOf(inside));
            return own == null ? some : new MagicRule.Both(own, some);
        }
    }

    List<MagicTable.Entry> entries() {
        return entries;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        switch (qualified) {
            case "mime-type" -> {
                MediaType named = MediaType.parse(attributes.getValue("type"));
                type = named == null ? MediaType.OCTET_STREAM : named;
            }
            case "magic" -> {
                String given = attributes.getValue("priority");
                priority = given == null || given.isEmpty() ? PRIORITY : Integer.parseInt(given);
                open.push(new Open(null, 1));
            }
            case "match" -> open.push(match(attributes));
            default -> {
                // Names, globs and comments say nothing of bytes.
            }
        }
    }

    private Open match(Attributes attributes) {
        String least = attributes.getValue("minShouldMatch");
        if (least != null) {
            return new Open(null, Integer.parseInt(least));
        }
        String kind = or(attributes, "type", "string");
        String offset = or(attributes, "offset", "0");
        String value = or(attributes, "value", "");
        return kind.equals("regex")
                ? new Open(new MagicRegex(offset, value), 1)
                : new Open(new MagicBytes(type, kind, offset, value, or(attributes, "mask", "")), 1);
    }

    private static String or(Attributes attributes, String name, String otherwise) {
        String value = attributes.getValue(name);
        return value == null ? otherwise : value;
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        if (qualified.equals("match")) {
            MagicRule rule = open.pop().rule();
            open.element().inside.add(rule);
        } else if (qualified.equals("magic")) {
            List<MagicRule> rules = open.pop().inside;
            // To Tika this type is the word for no answer.
            if (!type.equals(MediaType.OCTET_STREAM)) {
                rules.forEach(rule -> entries.add(new MagicTable.Entry(type.toString(), priority, rule)));
            }
        }
    }
}
