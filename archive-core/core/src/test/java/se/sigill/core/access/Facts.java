package se.sigill.core.access;

import java.time.LocalDate;
import java.util.List;
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
        return new Provision(
                reference, "", "", "", test, years, RestrictionCategory.SECRECY, "", Validity.ALWAYS, "test", true);
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
