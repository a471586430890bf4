package se.sigill.staff.page;

import java.util.List;
import java.util.Set;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.look.Language;

/**
 * What a page is made in.
 *
 * @param archive as the visitor has it
 * @param who the visitor, as people know them
 * @param places where the visitor may go
 */
public record Surround(OpenArchive archive, Language language, String who, Set<Place> places) {
    public Surround {
        places = Set.copyOf(places);
    }

    Frame frame(Place at, String title) {
        return frame(at, title, at.path());
    }

    Frame frame(Place at, String title, String path) {
        List<Frame.Item> menu = java.util.stream.Stream.of(Place.values())
                .filter(places::contains)
                .map(place -> new Frame.Item(place.label(language), place.link(language), place == at))
                .toList();
        return new Frame(language, archive.config().archive().name(), title, path, who, menu);
    }
}
