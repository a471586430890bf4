package se.sigill.app.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.Home;
import se.sigill.core.finding.Finding;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.core.verify.Verifier;
import se.sigill.search.Hit;
import se.sigill.search.SearchRequest;

/**
 * How an archive stands after a stop, measured by what was acknowledged.
 *
 * @param acknowledged documents that somebody has a receipt for
 * @param lost of them, those without a record, by their words
 * @param twice documents with two records, acknowledged or not
 * @param unfound of the acknowledged ones, those that a search for their own word does not give alone
 * @param faults what the verifier and the spool say
 */
record Standing(int acknowledged, List<String> lost, List<String> twice, List<String> unfound, List<String> faults) {
    boolean isSound() {
        return lost.isEmpty() && twice.isEmpty() && unfound.isEmpty() && faults.isEmpty();
    }

    /** Opens the archive as any command does and looks. */
    static Standing of(Home home, Map<String, String> acknowledged) {
        try (OpenArchive archive = OpenArchive.open(home)) {
            return of(archive, acknowledged);
        }
    }

    /** Looks at an archive that is open. */
    static Standing of(OpenArchive archive, Map<String, String> acknowledged) {
        Map<String, List<String>> records = records(archive.catalogue());
        Set<String> labels = archive.labels(false);
        List<String> lost = new ArrayList<>();
        List<String> unfound = new ArrayList<>();
        acknowledged.forEach((sha256, word) -> {
            List<String> ids = records.getOrDefault(sha256, List.of());
            if (ids.isEmpty()) {
                lost.add(word);
            } else if (!found(archive, word, labels).equals(ids)) {
                unfound.add(word);
            }
        });
        List<String> twice = records.values().stream()
                .filter(ids -> ids.size() > 1)
                .map(String::valueOf)
                .toList();
        return new Standing(acknowledged.size(), lost, twice, unfound, faults(archive));
    }

    private static Map<String, List<String>> records(Catalogue catalogue) {
        Map<String, List<String>> records = new HashMap<>();
        List<CatalogueRecord> page = catalogue.page("", Catalogue.PAGE_MAX);
        while (!page.isEmpty()) {
            page.forEach(entry -> records.computeIfAbsent(
                            entry.description().original().orElseThrow().sha256(), s -> new ArrayList<>())
                    .add(entry.id().value()));
            page = catalogue.page(page.getLast().id().value(), Catalogue.PAGE_MAX);
        }
        return records;
    }

    private static List<String> found(OpenArchive archive, String word, Set<String> labels) {
        return archive.index().search(SearchRequest.of(word, labels)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    private static List<String> faults(OpenArchive archive) {
        List<String> faults = new ArrayList<>();
        new Verifier(BouncySeal.formats(), Optional.empty(), Optional.empty())
                .verify(archive.home().root()).findings().stream()
                        .filter(Finding::isError)
                        .forEach(finding -> faults.add(finding.toString()));
        archive.spool().all().forEach(delivery -> faults.add("delivery " + delivery + " waits in the spool"));
        return faults;
    }
}
