package se.sigill.core.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a restriction speaks of; in an act it is one word of text. */
public sealed interface Target {

    /** The whole record with all its parts: {@code record}. */
    record Whole() implements Target {}

    /** One part of the tree of parts with everything in it: {@code part:2.1}. */
    record Part(String path) implements Target {}

    /** One page of the file, counted from 1: {@code page:3}. */
    record Page(int page) implements Target {}

    /**
     * A rectangle on one page, {@code page:3:500,1000,9000,700}: left, top, width and height in ten-thousandths of the
     * page, from its upper left corner.
     */
    record PageRegion(int page, int left, int top, int width, int height) implements Target {}

    /** A stretch of sound or film in whole seconds from its beginning, the end not included: {@code time:75-90}. */
    record TimeRange(int fromSeconds, int toSeconds) implements Target {}

    /** The far edge of a page in the unit of {@link PageRegion}. */
    int EDGE = 10_000;

    /**
     * The target for its text.
     *
     * @throws IllegalArgumentException if the text is none of the five forms
     */
    static Target parse(String text) {
        if (text.equals("record")) {
            return new Whole();
        }
        Matcher part = Forms.PART.matcher(text);
        if (part.matches()) {
            return new Part(part.group(1));
        }
        Matcher region = Forms.REGION.matcher(text);
        if (region.matches()) {
            return region(region);
        }
        Matcher page = Forms.PAGE.matcher(text);
        if (page.matches()) {
            return new Page(Integer.parseInt(page.group(1)));
        }
        Matcher time = Forms.TIME.matcher(text);
        if (time.matches() && Integer.parseInt(time.group(1)) < Integer.parseInt(time.group(2))) {
            return new TimeRange(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
        }
        throw new IllegalArgumentException("\"" + text
                + "\" is no target: record, part:PATH, page:N, page:N:left,top,width,height or time:FROM-TO");
    }

    private static PageRegion region(Matcher m) {
        PageRegion r = new PageRegion(
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)),
                Integer.parseInt(m.group(4)),
                Integer.parseInt(m.group(5)));
        if (r.width == 0 || r.height == 0 || r.left + r.width > EDGE || r.top + r.height > EDGE) {
            throw new IllegalArgumentException("no rectangle within a page");
        }
        return r;
    }

    /** The text of this target; {@link #parse} reads it. */
    default String text() {
        return switch (this) {
            case Whole() -> "record";
            case Part(String path) -> "part:" + path;
            case Page(int page) -> "page:" + page;
            case PageRegion(int page, int left, int top, int width, int height) ->
                "page:" + page + ":" + left + "," + top + "," + width + "," + height;
            case TimeRange(int from, int to) -> "time:" + from + "-" + to;
        };
    }

    /**
     * Whether anything of the given part may lie in this target. A part lies in another if its path continues it; pages
     * and stretches of time are taken to touch every part, because nobody has said otherwise.
     */
    default boolean touches(String partPath) {
        return !(this instanceof Part(String path)) || inside(path, partPath) || inside(partPath, path);
    }

    private static boolean inside(String outer, String inner) {
        return inner.equals(outer) || inner.startsWith(outer + ".");
    }

    /** The forms in text; numbers have at most nine digits, so that they fit an int. */
    final class Forms {
        private static final Pattern PART = Pattern.compile("part:(\\S.{0,999})");
        private static final Pattern PAGE = Pattern.compile("page:([1-9]\\d{0,8})");
        private static final Pattern REGION =
                Pattern.compile("page:([1-9]\\d{0,8}):(\\d{1,5}),(\\d{1,5}),(\\d{1,5}),(\\d{1,5})");
        private static final Pattern TIME = Pattern.compile("time:(\\d{1,9})-(\\d{1,9})");

        private Forms() {}
    }
}
