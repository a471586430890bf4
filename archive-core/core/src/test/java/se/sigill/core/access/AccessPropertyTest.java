package se.sigill.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AccessPropertyTest {
    private final Access access = new Access(Facts.PROVISIONS);

    @Provide
    Arbitrary<RecordFacts> facts() {
        return Facts.facts();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Facts.days();
    }

    @Provide
    Arbitrary<ProvisionCatalogue> catalogues() {
        return Facts.catalogues();
    }

    @Provide
    Arbitrary<Restriction> restrictions() {
        return Facts.restrictions();
    }

    @Provide
    Arbitrary<Viewer> viewers() {
        return Facts.viewers();
    }

    @Property
    void addingARestrictionNeverOpens(
            @ForAll("facts") RecordFacts facts,
            @ForAll("restrictions") Restriction more,
            @ForAll("viewers") Viewer viewer,
            @ForAll("days") LocalDate at) {
        List<Restriction> all = new ArrayList<>(facts.restrictions());
        all.add(more);
        RecordFacts after = facts.withRestrictions(all);

        assertTrue(rank(access.answer(after, at)) >= rank(access.answer(facts, at)));
        assertNoMore(access.rights(facts, viewer, at), access.rights(after, viewer, at));
    }

    @Property
    void timeAloneTakesAwayRestrictionsAndAddsNone(
            @ForAll("facts") RecordFacts facts, @ForAll("days") LocalDate one, @ForAll("days") LocalDate two) {
        LocalDate before = one.isBefore(two) ? one : two;
        LocalDate after = one.isBefore(two) ? two : one;

        if (access.answer(facts, after) instanceof Openness.Restricted(List<Openness.Ground> later)) {
            Openness.Restricted earlier = (Openness.Restricted) access.answer(facts, before);
            assertTrue(earlier.grounds().stream()
                    .map(Openness.Ground::restriction)
                    .toList()
                    .containsAll(
                            later.stream().map(Openness.Ground::restriction).toList()));
        }
    }

    @Property
    void theEndOfARestrictionNeverOpensButForTheClass(
            @ForAll("facts") RecordFacts facts, @ForAll("days") LocalDate from) {
        LocalDate said = facts.assessments().stream()
                .map(Assessment::assessedOn)
                .max(LocalDate::compareTo)
                .orElse(from);
        LocalDate at = said.isAfter(from) ? said : from;
        Openness before = access.answer(facts, at);
        Openness after = access.answer(facts, at.plusYears(200));

        if (before instanceof Openness.Restricted && after instanceof Openness.Open open) {
            assertTrue(open.basis() instanceof Openness.Basis.ByClass);
        }
    }

    @Property
    void theOrderInWhichFactsAreListedIsIrrelevant(
            @ForAll("facts") RecordFacts facts, @ForAll("days") LocalDate at, @ForAll long seed) {
        List<Restriction> restrictions = distinctActs(facts.restrictions());
        RecordFacts sorted = facts.withRestrictions(restrictions);
        List<Restriction> shuffled = new ArrayList<>(restrictions);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(access.answer(sorted, at), access.answer(facts.withRestrictions(shuffled), at));
    }

    private static List<Restriction> distinctActs(List<Restriction> all) {
        List<Restriction> out = new ArrayList<>();
        for (Restriction r : all) {
            if (out.stream().noneMatch(o -> o.act() == r.act())) {
                out.add(r);
            }
        }
        return out;
    }

    @Property
    void theStrongestGroundStandsFirst(@ForAll("facts") RecordFacts facts, @ForAll("days") LocalDate at) {
        if (access.answer(facts, at) instanceof Openness.Restricted r) {
            assertTrue(r.grounds().stream()
                    .allMatch(g -> g.harmTest().compareTo(r.strongest().harmTest()) <= 0));
        }
    }

    @Property
    void onlyAnOpenRecordIsReadByThePublic(@ForAll("facts") RecordFacts facts, @ForAll("days") LocalDate at) {
        boolean reads = access.rights(facts, new Viewer.Public(), at).content();

        assertEquals(access.answer(facts, at) instanceof Openness.Open, reads);
    }

    @Property
    void administratorsNeverReadWhatIsNotOpen(
            @ForAll("facts") RecordFacts facts, @ForAll("days") LocalDate at, @ForAll("viewers") Viewer viewer) {
        if (viewer instanceof Viewer.Staff staff && staff.role() == Viewer.Role.ADMINISTRATOR) {
            assertEquals(
                    access.answer(facts, at) instanceof Openness.Open,
                    access.rights(facts, viewer, at).content());
        }
    }

    @Property
    void nobodyOutsideLearnsOfASecretExistence(
            @ForAll("facts") RecordFacts bare, @ForAll("days") LocalDate at, @ForAll("viewers") Viewer viewer) {
        RecordFacts facts = bare.withOverrides(List.of());
        boolean outside = !(viewer instanceof Viewer.Operator)
                && !(viewer instanceof Viewer.Staff staff && staff.authority().equals(facts.authority()));

        if (outside && access.existenceSecret(facts, at)) {
            assertEquals(Rights.NONE, access.rights(facts, viewer, at));
        }
    }

    @Property
    void boardsDoNotReadEachOther(
            @ForAll("facts") RecordFacts bare, @ForAll("days") LocalDate at, @ForAll("viewers") Viewer viewer) {
        RecordFacts facts = bare.withOverrides(List.of());

        if (viewer instanceof Viewer.Staff staff
                && !staff.authority().equals(facts.authority())
                && !(access.answer(facts, at) instanceof Openness.Open)) {
            assertFalse(access.rights(facts, viewer, at).content());
        }
    }

    @Property(tries = 5000)
    void labelsSayTheSameAsTheRightToContent(
            @ForAll("facts") RecordFacts facts, @ForAll("days") LocalDate at, @ForAll("viewers") Viewer viewer) {
        boolean found = !Collections.disjoint(AccessLabels.of(access, facts, at), AccessLabels.readableBy(viewer));

        assertEquals(access.rights(facts, viewer, at).content(), found);
    }

    @Property
    void betweenTwoChangesTheAnswerStays(@ForAll("facts") RecordFacts facts, @ForAll("days") LocalDate at) {
        LocalDate last = access.nextChange(facts, at).map(d -> d.minusDays(1)).orElse(at.plusYears(300));

        assertEquals(access.answer(facts, at).word(), access.answer(facts, last).word());
    }

    @Property(tries = 5000)
    void labelsHoldUntilTheNextChange(
            @ForAll("facts") RecordFacts facts,
            @ForAll("catalogues") ProvisionCatalogue provisions,
            @ForAll("days") LocalDate at,
            @ForAll("days") LocalDate other) {
        Access rules = new Access(provisions);
        LocalDate last = rules.nextChange(facts, at).map(d -> d.minusDays(1)).orElse(at.plusYears(300));
        LocalDate between = other.isBefore(at) || other.isAfter(last) ? last : other;

        assertEquals(AccessLabels.of(rules, facts, at), AccessLabels.of(rules, facts, between));
        assertEquals(AccessLabels.of(rules, facts, at), AccessLabels.of(rules, facts, last));
        assertEquals(rules.answer(facts, at).word(), rules.answer(facts, last).word());
    }

    /** As an index does it: labels of one day are kept, and those that are due are made anew on a later one. */
    @Property(tries = 5000)
    void labelsThatAreMadeAnewWhenDueAreThoseOfTheDay(
            @ForAll("facts") RecordFacts facts,
            @ForAll("catalogues") ProvisionCatalogue provisions,
            @ForAll List<@From("days") LocalDate> openings) {
        Access rules = new Access(provisions);
        List<LocalDate> days = openings.stream().sorted().toList();
        LocalDate before = LocalDate.of(1989, 1, 1);
        Set<String> kept = AccessLabels.of(rules, facts, before);

        for (LocalDate day : days) {
            if (rules.nextChange(facts, before).filter(d -> !d.isAfter(day)).isPresent()) {
                kept = AccessLabels.of(rules, facts, day);
            }
            before = day;
            assertEquals(AccessLabels.of(rules, facts, day), kept, day.toString());
        }
    }

    @Property(tries = 5000)
    void whatIsGuardedIsNeitherOpenNorReachedByUnguardedLabelsWhileItIsRestricted(
            @ForAll("facts") RecordFacts facts, @ForAll("days") LocalDate at, @ForAll("viewers") Viewer viewer) {
        Openness answer = access.answer(facts, at);
        Set<String> unguarded = AccessLabels.unguarded(AccessLabels.readableBy(viewer));
        boolean secret = answer instanceof Openness.Restricted || access.existenceSecret(facts, at);

        assertFalse(answer instanceof Openness.Open && access.guarded(facts, at));
        assertTrue(!secret || access.guarded(facts, at));
        assertTrue(!secret || Collections.disjoint(AccessLabels.of(access, facts, at), unguarded));
    }

    private static int rank(Openness answer) {
        return switch (answer) {
            case Openness.Open _ -> 0;
            case Openness.Undecided _ -> 1;
            case Openness.Restricted _ -> 2;
        };
    }

    private static void assertNoMore(Rights before, Rights after) {
        assertFalse(after.exists() && !before.exists());
        assertFalse(after.metadata() && !before.metadata());
        assertFalse(after.content() && !before.content());
    }
}
