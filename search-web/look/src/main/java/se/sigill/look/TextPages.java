package se.sigill.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;

/** The text of a record, page after page through all its parts, shown a piece at a time. */
public final class TextPages {
    /** So many characters fit on one page of the site: some twenty pages of paper. */
    private static final int WINDOW_MAX = 40_000;

    /** An image takes as much room as a page of paper that is full of text. */
    private static final int IMAGE_WEIGHT = 2_000;

    /** The path of the part that is the file itself. */
    private static final String FILE = "0";

    private final List<Place> places = new ArrayList<>();
    private final Language l;

    private record Place(String part, String name, int number, String text, int weight) {}

    /** A page of text. @param number 0 where the part has no pages @param anchor its id on the site's page */
    public record Shown(String part, int number, String anchor, String label, String text) {}

    /**
     * Which parts are shown as images beside their text: each has a place also where there is no text.
     *
     * @param byPage paths of parts whose pages of text are the pages of the images
     * @param asWhole paths of parts of which one image stands beside the whole text
     */
    public record Drawn(Set<String> byPage, Set<String> asWhole) {
        public static final Drawn NONE = new Drawn(Set.of(), Set.of());

        public Drawn {
            byPage = Set.copyOf(byPage);
            asWhole = Set.copyOf(asWhole);
        }
    }

    /** Pages that follow one another. @param before the query of the piece before; {@code after} of the next */
    public record Window(List<Shown> pages, Optional<String> before, Optional<String> after) {}

    public TextPages(ExtractedText text, Language l) {
        this(text, l, Drawn.NONE);
    }

    public TextPages(ExtractedText text, Language l, Drawn drawn) {
        this.l = l;
        if (drawn.asWhole().contains(FILE) && text.parts().isEmpty()) {
            places.add(new Place(FILE, "", 0, "", IMAGE_WEIGHT));
        }
        for (TextPart part : text.parts()) {
            int before = places.size();
            boolean byPage = drawn.byPage().contains(part.path());
            for (TextPage page : part.pages()) {
                int image = byPage && page.number() > 0 ? IMAGE_WEIGHT : 0;
                if (image > 0 || !page.text().isBlank()) {
                    int weight = Math.max(image, page.text().length());
                    places.add(new Place(part.path(), part.name(), page.number(), page.text(), weight));
                }
            }
            if (places.size() == before && drawn.asWhole().contains(part.path())) {
                places.add(new Place(part.path(), part.name(), 0, "", IMAGE_WEIGHT));
            }
        }
    }

    /** The piece in which a page stands; the beginning if there is no such page. */
    public Window from(String part, int page) {
        List<Integer> starts = starts();
        int wanted = find(part, page);
        int piece = 0;
        while (piece + 1 < starts.size() && starts.get(piece + 1) <= wanted) {
            piece++;
        }
        if (starts.isEmpty()) {
            return new Window(List.of(), Optional.empty(), Optional.empty());
        }
        int from = starts.get(piece);
        int to = piece + 1 < starts.size() ? starts.get(piece + 1) : places.size();
        List<Shown> pages = places.subList(from, to).stream().map(this::shown).toList();
        return new Window(
                pages,
                piece > 0 ? Optional.of(query(places.get(starts.get(piece - 1)))) : Optional.empty(),
                to < places.size() ? Optional.of(query(places.get(to))) : Optional.empty());
    }

    /** Where pieces begin: always at the same pages, whatever was asked for. */
    private List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        int length = WINDOW_MAX;
        for (int i = 0; i < places.size(); i++) {
            if (length >= WINDOW_MAX) {
                starts.add(i);
                length = 0;
            }
            length += places.get(i).weight();
        }
        return starts;
    }

    private int find(String part, int page) {
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            boolean ofPart = part.isEmpty() || place.part().equals(part);
            if (ofPart && place.number() == page && !(part.isEmpty() && page == 0)) {
                return i;
            }
        }
        return 0;
    }

    private static String query(Place place) {
        return new Query()
                .with("del", place.part())
                .with("sida", Integer.toString(place.number()))
                .toString();
    }

    private Shown shown(Place place) {
        String page = place.number() > 0 ? l.say("Sida ", "Page ") + place.number() : "";
        boolean attached = !place.part().equals("0") && !place.name().isEmpty();
        String label = attached ? place.name() + (page.isEmpty() ? "" : ", " + page) : page;
        return new Shown(
                place.part(),
                place.number(),
                "sida-" + place.part().replace('.', '-') + "-" + place.number(),
                label.isEmpty() ? l.say("Hela texten", "The whole text") : label,
                place.text());
    }
}
