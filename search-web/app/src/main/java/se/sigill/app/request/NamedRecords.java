package se.sigill.app.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.record.RecordId;

/**
 * Records as people name them: by id, by registration number, which may stand for several, or by the address of their
 * page, with what stands behind the id there. What the acting user may not know of is not known.
 *
 * @param ids each once, in the order in which they were named
 * @param unknown what is none
 */
public record NamedRecords(List<String> ids, List<String> unknown) {
    public NamedRecords {
        ids = List.copyOf(ids);
        unknown = List.copyOf(unknown);
    }

    /** One a line, or with commas or semicolons between. */
    public static NamedRecords typed(OpenArchive archive, String text) {
        return of(archive, Stream.of(text.split("[\\r\\n,;]+")).toList());
    }

    public static NamedRecords of(OpenArchive archive, Collection<String> names) {
        Set<String> ids = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            String one = name.strip().replaceFirst("^\\S*/handling/([0-9a-z]+).*$", "$1");
            List<String> meant = one.isEmpty() ? List.of() : meant(archive, one);
            if (meant.isEmpty() && !one.isEmpty()) {
                unknown.add(one);
            }
            ids.addAll(meant);
        }
        return new NamedRecords(List.copyOf(ids), unknown);
    }

    private static List<String> meant(OpenArchive archive, String name) {
        return archive.find(name)
                .map(entry -> List.of(entry.id().value()))
                .orElseGet(() -> archive.catalogue().findByDiaryNumber(name).stream()
                        .map(RecordId::value)
                        .filter(id -> archive.find(id).isPresent())
                        .toList());
    }
}
