package se.sigill.core.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Values and generators for the tests of openness. */
final class Facts {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static final ProvisionCatalogue PROVISIONS = new ProvisionCatalogue(
            "test",
            List.of(
                    provision("OSL 26:1", HarmTest.REVERSE, 70),
                    provision("OSL 19:3 st 1", HarmTest.STRAIGHT, 20),
                    provision("OSL 19:3 st 2", HarmTest.ABSOLUTE, 0),
                    provision("OSL 21:1", HarmTest.QUALIFIED_STRAIGHT, 70)));

    static final InformationPlan PLAN = new InformationPlan(
            "test",
            List.of(
                    planClass("1.1", PlanClass.Rule.OPEN, true, false),
                    planClass("1.7", PlanClass.Rule.OPEN, false, false),
                    planClass("2.7", PlanClass.Rule.ASSESS, false, false),
                    planClass("5.3", PlanClass.Rule.ASSESS, false, true)));

    private Facts() {}

    static Provision provision(String reference, HarmTest test, int years) {
        return provision(reference, test, years, Validity.ALWAYS);
    }

    static Provision provision(String reference, HarmTest test, int years, Validity validity) {
        return new Provision(
                reference, "", "", "", test, years, RestrictionCategory.SECRECY, "", validity, "test", true);
    }

    static PlanClass planClass(String code, PlanClass.Rule rule, boolean publishable, boolean secret) {
        return new PlanClass(
                code,
                "Class " + code,
                rule,
                publishable,
                "Fullmäktige",
                LocalDate.of(2025, 11, 24),
                0,
                PlanClass.Outcome.PRESERVE,
                secret,
                "test",
                true);
    }

    static RecordFacts ofClass(String code) {
        return RecordFacts.of("Socialnämnden", PLAN.classify(code));
    }

    static Restriction restriction(long act, String provision) {
        return new Restriction(
                act,
                new Target.Whole(),
                RestrictionCategory.SECRECY,
                provision,
                "enskilds förhållanden",
                "Socialnämnden",
                "person:anna",
                DAY,
                DAY,
                false,
                Restriction.NEVER);
    }

    static Assessment open(long act, LocalDate on) {
        return new Assessment(act, true, false, "person:berit", on, "assessed");
    }

    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 120 * 12)
                .map(m -> LocalDate.of(1990, 1, 1).plusMonths(m))
                .withoutEdgeCases();
    }

    static Arbitrary<Restriction> restrictions() {
        Arbitrary<String> provisions =
                Arbitraries.of("OSL 26:1", "OSL 19:3 st 1", "OSL 19:3 st 2", "OSL 21:1", "OSL 99:99");
        Arbitrary<Target> targets = Arbitraries.of(new Target.Whole(), new Target.Part("1"), new Target.Page(3));
        Arbitrary<Long> acts = Arbitraries.longs().between(1, 40);
        Arbitrary<Long> lifts = Arbitraries.longs().between(1, 60).map(n -> n > 40 ? Restriction.NEVER : n);
        return Combinators.combine(acts, provisions, targets, days(), lifts, Arbitraries.of(true, false))
                .as((act, provision, target, day, lift, secret) -> new Restriction(
                        act,
                        target,
                        RestrictionCategory.SECRECY,
                        provision,
                        "r",
                        "Socialnämnden",
                        "person:anna",
                        day,
                        day,
                        secret,
                        lift == Restriction.NEVER ? lift : Math.max(lift, act + 1)))
                .withoutEdgeCases();
    }

    static Arbitrary<Assessment> assessments() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 60),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        days())
                .as((act, open, publishable, day) -> new Assessment(act, open, publishable, "person:berit", day, "a"));
    }

    static Arbitrary<SecrecyOverride> overrides() {
        return Combinators.combine(Arbitraries.longs().between(1, 60), authorities(), days())
                .as((act, to, day) -> new SecrecyOverride(
                        act,
                        "OSL 10:28",
                        "duty",
                        new SecrecyOverride.Audience.OfAuthority(to),
                        "person:c",
                        day,
                        day.plusYears(2)));
    }

    /** Each provision with one to three rows that follow each other, each with its own time and test. */
    static Arbitrary<ProvisionCatalogue> catalogues() {
        return Combinators.combine(rows("OSL 26:1"), rows("OSL 19:3 st 1"), rows("OSL 19:3 st 2"), rows("OSL 21:1"))
                .as((a, b, c, d) -> new ProvisionCatalogue(
                        "test", Stream.of(a, b, c, d).flatMap(List::stream).toList()));
    }

    private static Arbitrary<List<Provision>> rows(String reference) {
        Arbitrary<List<LocalDate>> changes = days().list().ofMaxSize(2).uniqueElements();
        Arbitrary<List<Integer>> years = Arbitraries.of(0, 2, 20, 70).list().ofSize(3);
        Arbitrary<List<HarmTest>> tests =
                Arbitraries.of(HarmTest.values()).list().ofSize(3);
        return Combinators.combine(changes, years, tests)
                .as((days, times, harm) -> {
                    List<LocalDate> from = new ArrayList<>(days);
                    from.add(LocalDate.MIN);
                    from.sort(Comparator.naturalOrder());
                    List<Provision> all = new ArrayList<>();
                    for (int i = 0; i < from.size(); i++) {
                        LocalDate to = i + 1 < from.size() ? from.get(i + 1).minusDays(1) : LocalDate.MAX;
                        all.add(provision(reference, harm.get(i), times.get(i), new Validity(from.get(i), to)));
                    }
                    return all;
                })
                .withoutEdgeCases();
    }

    static Arbitrary<String> authorities() {
        return Arbitraries.of("Socialnämnden", "Byggnadsnämnden", "Kommunstyrelsen");
    }

    static Arbitrary<RecordFacts> facts() {
        return Combinators.combine(
                        Arbitraries.of("Socialnämnden", "Byggnadsnämnden", ""),
                        Arbitraries.of("", "1.1", "1.7", "2.7", "5.3", "9.9"),
                        restrictions().list().ofMaxSize(4),
                        assessments().list().ofMaxSize(3),
                        overrides().list().ofMaxSize(2))
                .as((authority, code, rs, as, os) -> new RecordFacts(authority, PLAN.classify(code), rs, as, os))
                .withoutEdgeCases();
    }

    static Arbitrary<Viewer> viewers() {
        Arbitrary<Viewer> staff = Combinators.combine(Facts.authorities(), Arbitraries.of(Viewer.Role.values()))
                .as(Viewer.Staff::new);
        return Arbitraries.oneOf(
                        staff, Arbitraries.just(new Viewer.Public()), Arbitraries.just(new Viewer.Operator("root")))
                .withoutEdgeCases();
    }
}
