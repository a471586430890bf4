package se.sigill.core.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.sigill.core.access.Openness;
import se.sigill.core.disposal.Hold;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.project.Projector;
import se.sigill.core.record.RecordId;

/** What every catalogue does. */
public interface CatalogueContract {
    LocalDate DAY = LocalDate.of(2026, 6, 1);

    String PLAN = """
            class,title,openness,publishable,decided_by,decided_on,retention_years,outcome,existence_secret,source,verified
            1.1,Protokoll,open,yes,Fullmäktige,2025-11-24,,preserve,no,plan,yes
            5.3,Personakter,assess,no,Socialnämnden,2025-12-17,5,dispose,yes,plan,yes
            """;

    /** An empty catalogue that reads descriptions from the archive. */
    Catalogue open(Archive archive);

    /** The lines that an export of the catalogue prints. */
    static List<String> export(Catalogue catalogue) {
        List<String> lines = new ArrayList<>();
        new CatalogueExport(catalogue, AdoptedRules.of(catalogue), DAY)
                .forEach((Json line) -> lines.add(JsonWriter.compact(line)));
        return lines;
    }

    private static void catchUp(Archive archive, Catalogue catalogue) {
        new Projector(archive.log, List.of(catalogue)).catchUp();
    }

    @Test
    default void startsEmptyAtTheBeginningOfTheLog() {
        try (Catalogue catalogue = open(new Archive(1))) {
            assertEquals(0, catalogue.cursor());
            assertEquals(new Counts(0, 0, 0, 0, 0, 0), catalogue.counts());
            assertEquals(List.of(), catalogue.page("", 10));
            assertEquals(Optional.empty(), catalogue.lastAudit());
        }
    }

    @Test
    default void ofSeveralRecordsOfASourceFindsTheOneSealedLast() {
        Archive archive = new Archive(1);
        try (Catalogue catalogue = open(archive)) {
            RecordId first = archive.seal("KS 2026/1", "Brev");
            RecordId second = archive.sealAgain(first);
            catchUp(archive, catalogue);

            assertEquals(Map.of("doc-0", second), catalogue.findBySource("ks", List.of("doc-0")));
        }
    }

    @Test
    default void findsARecordByIdSourceAndDiaryNumber() {
        Archive archive = new Archive(1);
        try (Catalogue catalogue = open(archive)) {
            RecordId id = archive.seal("KS 2026/123", "Bygglov för Åvägen 5");
            catchUp(archive, catalogue);

            CatalogueRecord found = catalogue.find(id).orElseThrow();
            assertEquals("Bygglov för Åvägen 5", found.description().title());
            assertEquals(archive.read(id, 1).orElseThrow(), found.description());
            assertEquals(Map.of("doc-0", id), catalogue.findBySource("ks", List.of("doc-0", "doc-1", "doc-0")));
            assertEquals(Map.of(), catalogue.findBySource("ks", List.of("doc-1")));
            assertEquals(Map.of(), catalogue.findBySource("k", List.of("sdoc-0")));
            assertEquals(List.of(id), catalogue.findByDiaryNumber(" ks2026/ 123 "));
            assertEquals(List.of(), catalogue.findByDiaryNumber(""));
            assertEquals(1, catalogue.cursor());
        }
    }

    @Test
    default void aRenditionReplacesTheDescriptionAndAddsAVersion() {
        Archive archive = new Archive(2);
        try (Catalogue catalogue = open(archive)) {
            RecordId id = archive.seal("", "Brev");
            catchUp(archive, catalogue);
            archive.addRendition(id);
            archive.addRendition(id);
            catchUp(archive, catalogue);

            CatalogueRecord found = catalogue.find(id).orElseThrow();
            assertEquals(3, found.description().files().size());
            assertEquals(
                    List.of("original", "preservation", "preservation"),
                    found.versions().stream().map(Version::role).toList());
            assertEquals(3, found.newest().version());
        }
    }

    @Test
    default void requestsOfOneInstantStandOnAsManyPagesAsTheyNeed() {
        Archive archive = new Archive(5);
        try (Catalogue catalogue = open(archive)) {
            Instant noon = Instant.parse("2026-03-02T11:00:00Z");
            RecordId first = archive.request(noon.plusSeconds(60));
            RecordId second = archive.request(noon);
            archive.request(noon.minusSeconds(1));
            RecordId third = archive.request(noon);
            catchUp(archive, catalogue);

            assertEquals(List.of(first, second), catalogue.requestsSince(noon, -1, 2));
            long last = catalogue.requestActs(second).getFirst().index();
            assertEquals(List.of(third), catalogue.requestsSince(noon, last, 2));
        }
    }

    @Test
    default void whatHappenedToManyRequestsIsToldAtOnceAndEachHasItsOwn() {
        Archive archive = new Archive(7);
        try (Catalogue catalogue = open(archive)) {
            Instant noon = Instant.parse("2026-03-02T11:00:00Z");
            List<RecordId> requests =
                    IntStream.range(0, 45).mapToObj(_ -> archive.request(noon)).toList();
            RecordId letter = archive.seal("", "Brev");
            catchUp(archive, catalogue);
            List<RecordId> asked = new ArrayList<>(requests);
            asked.add(letter);
            asked.add(requests.getFirst());

            Map<RecordId, List<IndexedAct>> acts = catalogue.requestActs(asked);

            assertEquals(Set.copyOf(requests), acts.keySet());
            requests.forEach(each -> assertEquals(catalogue.requestActs(each), acts.get(each)));
            assertEquals(List.of(), catalogue.requestActs(letter));
            assertEquals(Map.of(), catalogue.requestActs(List.of()));
        }
    }

    @Test
    default void incidentsOfAllRecordsStandInOrderAndGoWithTheirRecord() {
        Archive archive = new Archive(6);
        try (Catalogue catalogue = open(archive)) {
            RecordId one = archive.seal("", "Brev");
            RecordId other = archive.seal("", "Svar");
            long first = archive.incident(other);
            long second = archive.incident(one);
            catchUp(archive, catalogue);

            assertEquals(
                    List.of(first, first + 1, second, second + 1),
                    catalogue.incidentActs().stream().map(IndexedAct::index).toList());
            archive.dispose(other);
            catchUp(archive, catalogue);
            assertEquals(
                    List.of(second, second + 1),
                    catalogue.incidentActs().stream().map(IndexedAct::index).toList());
        }
    }

    @Test
    default void gapsAreOpenUntilAnActClosesThem() {
        Archive archive = new Archive(3);
        try (Catalogue catalogue = open(archive)) {
            RecordId id = archive.seal("", "Brev");
            long first = archive.openGap(id, "libreoffice");
            long second = archive.openGap(id, "");
            catchUp(archive, catalogue);
            assertEquals(
                    List.of(first, second),
                    catalogue.openGaps(-1, 10).stream().map(Gap::act).toList());
            assertEquals(
                    List.of(second),
                    catalogue.openGaps(first, 10).stream().map(Gap::act).toList());
            assertEquals(
                    List.of(first),
                    catalogue.openGapsWaitingFor("libreoffice", -1, 10).stream()
                            .map(Gap::act)
                            .toList());

            archive.closeGap(id, first);
            catchUp(archive, catalogue);
            assertEquals(
                    List.of(second),
                    catalogue.openGaps(-1, 10).stream().map(Gap::act).toList());
            assertEquals(1, catalogue.counts().openGaps());
        }
    }

    @Test
    default void anActAboutOneRecordEndsNothingOfAnother() {
        Archive archive = new Archive(4);
        try (Catalogue catalogue = open(archive)) {
            RecordId one = archive.seal("", "One");
            RecordId two = archive.seal("", "Two");
            long restriction = archive.restrict(one);
            long gap = archive.openGap(one, "");
            long hold = archive.hold(one);
            archive.liftRestriction(two, restriction);
            archive.closeGap(two, gap);
            archive.liftHold(two, hold);
            catchUp(archive, catalogue);

            CatalogueRecord found = catalogue.find(one).orElseThrow();
            assertFalse(found.restrictions().getFirst().lifted());
            assertTrue(found.gaps().getFirst().isOpen());
            assertTrue(found.holds().stream().allMatch(Hold::stands));
        }
    }

    /** What is kept in memory to be read again must not outlive the act that changes it. */
    @Test
    default void whatWasReadBeforeAnActIsReadAnewAfterIt() {
        Archive archive = new Archive(5);
        try (Catalogue catalogue = open(archive)) {
            RecordId id = archive.seal("KS 2026/1", "Brev");
            RecordId request = archive.request(Instant.parse("2026-03-02T11:00:00Z"));
            catchUp(archive, catalogue);
            assertEquals(List.of(), catalogue.find(id).orElseThrow().restrictions());
            assertEquals(1, catalogue.requestActs(request).size());

            archive.restrict(id);
            archive.take(request);
            catchUp(archive, catalogue);

            assertEquals(1, catalogue.find(id).orElseThrow().restrictions().size());
            assertEquals(
                    1, catalogue.findAll(List.of(id)).getFirst().restrictions().size());
            assertEquals(2, catalogue.requestActs(request).size());

            archive.dispose(id);
            catchUp(archive, catalogue);
            assertEquals(Optional.empty(), catalogue.find(id));
            assertEquals(List.of(), catalogue.findAll(List.of(id)));

            catalogue.reset();
            assertEquals(List.of(), catalogue.requestActs(request));
            assertEquals(Optional.empty(), catalogue.find(request));
        }
    }

    @Test
    default void aDisposedRecordLeavesItsDisposalAndNothingElse() {
        Archive archive = new Archive(5);
        try (Catalogue catalogue = open(archive)) {
            RecordId id = archive.seal("KS 2026/1", "Brev");
            archive.restrict(id);
            archive.openGap(id, "");
            archive.hold(id);
            archive.assess(id, true);
            archive.override(id);
            catchUp(archive, catalogue);
            archive.dispose(id);
            catchUp(archive, catalogue);

            assertEquals(Optional.empty(), catalogue.find(id));
            assertEquals(Map.of(), catalogue.findBySource("ks", List.of("doc-0")));
            assertEquals(List.of(), catalogue.findByDiaryNumber("KS 2026/1"));
            assertEquals(new Counts(0, 0, 0, 0, 0, 1), catalogue.counts());
            assertEquals(
                    "KS 2025 § 12", catalogue.findDisposal(id).orElseThrow().authority());
        }
    }

    @Test
    default void theLatestDocumentOfAKindAndNameCounts() {
        Archive archive = new Archive(6);
        try (Catalogue catalogue = open(archive)) {
            archive.adopt("plan", "kommun", "old");
            catchUp(archive, catalogue);
            assertEquals("old", catalogue.adopted().getFirst().document());
            archive.adopt("plan", "bolag", "other");
            archive.adopt("plan", "kommun", "new");
            catchUp(archive, catalogue);

            assertEquals(
                    List.of("other", "new"),
                    catalogue.adopted().stream().map(Adoption::document).toList());
            catalogue.reset();
            assertEquals(List.of(), catalogue.adopted());
        }
    }

    @Test
    default void theRulesInForceAreThoseOfThisMoment() {
        Archive archive = new Archive(8);
        try (Catalogue catalogue = open(archive)) {
            RulesInForce rules = new RulesInForce(catalogue);
            RecordId id = sealOfOpenClass(archive);
            catchUp(archive, catalogue);
            Supplier<String> word = () ->
                    rules.now().answer(catalogue.find(id).orElseThrow(), DAY).word();
            assertEquals("undecided", word.get());

            archive.adopt("plan", "kommun", PLAN);
            catchUp(archive, catalogue);
            assertEquals("open", word.get());
            assertSame(rules.now(), rules.now(), "worked out once");

            long restored = archive.restored();
            catchUp(archive, catalogue);
            assertEquals("undecided", word.get());

            archive.acceptRestore(restored);
            catchUp(archive, catalogue);
            assertEquals("open", word.get());
        }
    }

    @Test
    default void nothingOpensByItselfAfterARestoreUntilSomebodyAnswersForIt() {
        Archive archive = new Archive(7);
        try (Catalogue catalogue = open(archive)) {
            archive.adopt("plan", "kommun", PLAN);
            RecordId open = sealOfOpenClass(archive);
            catchUp(archive, catalogue);
            assertEquals("open", answer(catalogue, open).word());

            long restored = archive.restored();
            catchUp(archive, catalogue);
            assertEquals(new Openness.Undecided(Openness.Why.RESTORE_NOT_ACCEPTED), answer(catalogue, open));
            assertEquals(1, catalogue.restorationsNotAccepted().size());

            archive.assess(open, true);
            catchUp(archive, catalogue);
            assertEquals("open", answer(catalogue, open).word());

            archive.acceptRestore(restored);
            catchUp(archive, catalogue);
            assertEquals(List.of(), catalogue.restorationsNotAccepted());
        }
    }

    private static RecordId sealOfOpenClass(Archive archive) {
        RecordId id = archive.seal("", "Protokoll");
        while (!archive.read(id, 1).orElseThrow().classCode().equals("1.1")) {
            id = archive.seal("", "Protokoll");
        }
        return id;
    }

    private static Openness answer(Catalogue catalogue, RecordId id) {
        return AdoptedRules.of(catalogue).answer(catalogue.find(id).orElseThrow(), DAY);
    }

    @Test
    default void theLatestRoundOfCheckingCounts() {
        Archive archive = new Archive(8);
        try (Catalogue catalogue = open(archive)) {
            archive.audited();
            archive.audited();
            catchUp(archive, catalogue);

            assertEquals("round-1", catalogue.lastAudit().orElseThrow().round());
        }
    }

    @Test
    default void keepsTextsOfAnyLength() {
        Archive archive = new Archive(9);
        try (Catalogue catalogue = open(archive)) {
            String title = "Å𝄞".repeat(40_000);
            RecordId id = archive.seal("KS ".repeat(1000), title);
            catchUp(archive, catalogue);

            assertEquals(title, catalogue.find(id).orElseThrow().description().title());
            assertEquals(List.of(id), catalogue.findByDiaryNumber("KS".repeat(1000)));
        }
    }

    @Test
    default void pagesThroughAllRecordsInTheOrderOfTheirIds() {
        Archive archive = new Archive(10);
        try (Catalogue catalogue = open(archive)) {
            for (int i = 0; i < 25; i++) {
                archive.seal("", "Brev " + i);
            }
            catchUp(archive, catalogue);

            List<String> ids = new ArrayList<>();
            List<CatalogueRecord> page = catalogue.page("", 10);
            while (!page.isEmpty()) {
                page.forEach(r -> ids.add(r.id().value()));
                page = catalogue.page(page.getLast().id().value(), 10);
            }
            assertEquals(25, ids.size());
            assertEquals(ids.stream().sorted().toList(), ids);
        }
    }

    @Test
    default void findsManyRecordsAtOnceAndLeavesOutThoseThatAreNotThere() {
        Archive archive = new Archive(5);
        try (Catalogue catalogue = open(archive)) {
            RecordId one = archive.seal("KS 2026/1", "Ett");
            RecordId two = archive.seal("KS 2026/2", "Två");
            archive.seal("KS 2026/3", "Tre");
            catchUp(archive, catalogue);
            RecordId nobody = new RecordId("0".repeat(RecordId.LENGTH));

            List<CatalogueRecord> found = catalogue.findAll(List.of(two, nobody, one));

            assertEquals(
                    List.of(one, two).stream().sorted().toList(),
                    found.stream().map(CatalogueRecord::id).toList());
            assertEquals(
                    catalogue.find(one).orElseThrow(),
                    found.get(found.getFirst().id().equals(one) ? 0 : 1));
            assertEquals(List.of(), catalogue.findAll(List.of()));
        }
    }

    @Test
    default void aRebuildGivesTheSameBytesAsGrowing() {
        Archive archive = new Archive(11);
        archive.adopt("plan", "kommun", PLAN);
        try (Catalogue catalogue = open(archive)) {
            for (int size = 50; size <= 500; size += 50) {
                archive.live(size);
                catchUp(archive, catalogue);
            }
            List<String> grown = export(catalogue);
            Counts counts = catalogue.counts();

            new Projector(archive.log, List.of(catalogue)).rebuild();

            assertEquals(grown, export(catalogue));
            assertEquals(counts, catalogue.counts());
            assertTrue(counts.records() > 50 && counts.disposed() > 5, counts.toString());
        }
    }

    @Test
    default void equalsTheTwin() {
        Archive archive = new Archive(12);
        archive.adopt("plan", "kommun", PLAN);
        archive.live(600);
        try (Catalogue catalogue = open(archive);
                Catalogue twin = new MemoryCatalogue(archive)) {
            catchUp(archive, catalogue);
            catchUp(archive, twin);

            assertEquals(export(twin), export(catalogue));
            assertEquals(twin.counts(), catalogue.counts());
            assertEquals(twin.openGaps(-1, 500), catalogue.openGaps(-1, 500));
        }
    }

    @Test
    default void aRecordWhoseContentIsGoneIsListedAsThat() {
        Archive archive = new Archive(13);
        try (Catalogue catalogue = open(new Archive(99))) {
            RecordId id = archive.seal("", "Brev");
            catchUp(archive, catalogue);

            assertEquals(
                    "(the content is gone)",
                    catalogue.find(id).orElseThrow().description().title());
        }
    }
}
