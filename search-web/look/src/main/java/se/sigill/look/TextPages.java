package se.sigill.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;

/** The text of a record, page after page through all its parts, shown a piece at a time. */
public final class TextPages {
    /** So many characters fit on one page of the site: some twenty pages of paper. */
    private static final int WINDOW_MAX = 40_000;

    private final List<Place> places = new ArrayList<>();
    private final Language l;

    private record Place(String part, String name, int number, String text) {}

    /** A page of text. @param anchor its id on the site's page */
    public record Shown(String anchor, String label, String text) {}

    /** Pages that follow one another. @param before the query of the piece before; {@code after} of the next */
    public record Window(List<Shown> pages, Optional<String> before, Optional<String> after) {}

    public TextPages(ExtractedText text, Language l) {
        this.l = l;
        for (TextPart part : text.parts()) {
            for (TextPage page : part.pages()) {
                if (!page.text().isBlank()) {
                    places.add(new Place(part.path(), part.name(), page.number(), page.text()));
                }
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
            length += places.get(i).text().length();
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
                "sida-" + place.part().replace('.', '-') + "-" + place.number(),
                label.isEmpty() ? l.say("Hela texten", "The whole text") : label,
                place.text());
    }
}
