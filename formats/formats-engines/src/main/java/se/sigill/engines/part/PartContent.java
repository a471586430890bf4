package se.sigill.engines.part;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.core.text.TextPage;

/** What a reader found in a part itself, without its children. */
public record PartContent(List<TextPage> pages, SortedMap<String, String> metadata) {
    public static final PartContent NOTHING = new PartContent(List.of(), new TreeMap<>());

    public PartContent {
        pages = List.copyOf(pages);
    }
}
