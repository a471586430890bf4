package se.sigill.core.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one place that answers whether a record is open and what a viewer may do with it.
 *
 * <p>Every channel asks here: search, export, command line, pages. Immutable, without a clock; holds the adopted
 * provisions because the end of a restriction is computed from them.
 */
public final class Access {
    private static final Comparator<Openness.Ground> STRONGEST_FIRST = Comparator.comparing(
                    Openness.Ground::harmTest, Comparator.reverseOrder())
            .thenComparing(Openness.Ground::ends, Comparator.reverseOrder())
            .thenComparing(g -> g.restriction().act());

    private final ProvisionCatalogue provisions;
    private final long heldBefore;

    public Access(ProvisionCatalogue provisions) {
        this(provisions, 0);
    }

    /**
     * @param heldBefore nothing said by an act with a lower index opens, and no class does if this is not 0:
     *     after a restore that lost acts, a lost restriction may be among them, and only a person opens
     */
    public Access(ProvisionCatalogue provisions, long heldBefore) {
        this.provisions = provisions;
        this.heldBefore = heldBefore;
    }

    public ProvisionCatalogue provisions() {
        return provisions;
    }

    /** The answer about the whole record: a restriction of any part restricts the record. */
    public Openness answer(RecordFacts facts, LocalDate at) {
        return answer(facts, facts.restrictions(), at);
    }

    /** The answer about one part: only restrictions that touch it count, with what is decided of the record. */
    public Openness answerForPart(RecordFacts facts, String partPath, LocalDate at) {
        return answer(
                facts,
                facts.restrictions().stream()
                        .filter(r -> r.target().touches(partPath))
                        .toList(),
                at);
    }

    private Openness answer(RecordFacts facts, List<Restriction> restrictions, LocalDate at) {
        List<Openness.Ground> grounds = grounds(restrictions, at);
        if (!grounds.isEmpty()) {
            return new Openness.Restricted(grounds);
        }
        Optional<Openness.Open> open = openByAssessment(facts, at).or(() -> openByClass(facts, at));
        if (heldBefore > 0 && open.isPresent() && !saidAfterRestore(open.get())) {
            return new Openness.Undecided(Openness.Why.RESTORE_NOT_ACCEPTED);
        }
        return open.<Openness>map(o -> o).orElseGet(() -> new Openness.Undecided(why(facts, at)));
    }

    private boolean saidAfterRestore(Openness.Open open) {
        return open.basis() instanceof Openness.Basis.ByAssessment(Assessment a) && a.act() >= heldBefore;
    }

    private List<Openness.Ground> grounds(List<Restriction> restrictions, LocalDate at) {
        List<Openness.Ground> grounds = new ArrayList<>();
        for (Restriction r : restrictions) {
            if (r.active(provisions, at)) {
                HarmTest test = provisions
                        .governing(r.provision(), at)
                        .map(Provision::harmTest)
                        .orElse(HarmTest.ABSOLUTE);
                grounds.add(new Openness.Ground(r, test, r.ends(provisions, at)));
            }
        }
        grounds.sort(STRONGEST_FIRST);
        return grounds;
    }

    private static Optional<Openness.Open> openByClass(RecordFacts facts, LocalDate at) {
        if (facts.classification() instanceof Classification.InPlan(PlanClass c, String version) && opens(c, at)) {
            boolean heldBack = latestWord(facts, at).map(a -> !a.publishable()).orElse(false);
            Openness.Basis basis = new Openness.Basis.ByClass(c.code(), c.decidedBy(), c.decidedOn(), version);
            return Optional.of(new Openness.Open(basis, c.publishable() && !heldBack));
        }
        return Optional.empty();
    }

    private static boolean opens(PlanClass c, LocalDate at) {
        return c.openness() == PlanClass.Rule.OPEN && !c.decidedOn().isAfter(at);
    }

    private Optional<Openness.Open> openByAssessment(RecordFacts facts, LocalDate at) {
        return latestWord(facts, at)
                .filter(a -> a.open() && everyRestrictionHadEnded(facts, a))
                .map(a -> new Openness.Open(new Openness.Basis.ByAssessment(a), a.publishable()));
    }

    private static Optional<Assessment> latestWord(RecordFacts facts, LocalDate at) {
        return facts.assessments().stream()
                .filter(a -> !a.assessedOn().isAfter(at))
                .max(Comparator.comparing(Assessment::act));
    }

    private boolean everyRestrictionHadEnded(RecordFacts facts, Assessment assessment) {
        return facts.restrictions().stream()
                .allMatch(r -> r.liftedBy() < assessment.act()
                        || (r.act() < assessment.act()
                                && !assessment.assessedOn().isBefore(r.ends(provisions, assessment.assessedOn()))));
    }

    private Openness.Why why(RecordFacts facts, LocalDate at) {
        if (!facts.restrictions().isEmpty()) {
            return Openness.Why.RESTRICTION_ENDED;
        }
        return switch (facts.classification()) {
            case Classification.None() -> Openness.Why.NO_CLASS;
            case Classification.NotInPlan _ -> Openness.Why.CLASS_NOT_IN_PLAN;
            case Classification.InPlan(PlanClass c, String version) ->
                c.openness() == PlanClass.Rule.OPEN && c.decidedOn().isAfter(at)
                        ? Openness.Why.CLASS_DECISION_NOT_YET_IN_FORCE
                        : Openness.Why.CLASS_IS_ASSESSED_ONE_BY_ONE;
        };
    }

    /**
     * Whether the record's very existence is a secret on the given day: its class says so and no person has opened
     * it, or a restriction that stands says so.
     */
    public boolean existenceSecret(RecordFacts facts, LocalDate at) {
        return switch (answer(facts, at)) {
            case Openness.Open _ -> false;
            case Openness.Undecided _ -> classIsSecret(facts);
            case Openness.Restricted(List<Openness.Ground> grounds) ->
                classIsSecret(facts)
                        || grounds.stream().anyMatch(g -> g.restriction().existenceSecret());
        };
    }

    /**
     * Whether that somebody was shown the content is to be written down before it is shown, whoever it is: the record
     * is not open, and somebody has restricted it at some time or its existence is a secret. A restriction that has
     * lapsed or was lifted still counts until a person or the class opens the record.
     */
    public boolean guarded(RecordFacts facts, LocalDate at) {
        return !(answer(facts, at) instanceof Openness.Open)
                && (!facts.restrictions().isEmpty() || existenceSecret(facts, at));
    }

    private static boolean classIsSecret(RecordFacts facts) {
        return facts.classification() instanceof Classification.InPlan(PlanClass c, String version)
                && c.existenceSecret();
    }

    /** What the viewer may do with the record on the given day. */
    public Rights rights(RecordFacts facts, Viewer viewer, LocalDate at) {
        Openness answer = answer(facts, at);
        if (answer instanceof Openness.Open || hasOverride(facts, viewer, at)) {
            return Rights.CONTENT;
        }
        boolean hidden = existenceSecret(facts, at);
        boolean restricted = answer instanceof Openness.Restricted;
        return switch (viewer) {
            case Viewer.Public() -> hidden ? Rights.NONE : Rights.EXISTS;
            case Viewer.Operator _ -> hidden || restricted ? Rights.METADATA : Rights.CONTENT;
            case Viewer.Staff(String authority, Viewer.Role role) ->
                sameAuthority(authority, facts.authority())
                        ? ofOwnAuthority(role, restricted, hidden)
                        : ofOtherAuthority(role, hidden);
        };
    }

    private static Rights ofOwnAuthority(Viewer.Role role, boolean restricted, boolean hidden) {
        return switch (role) {
            case DECISION_MAKER -> Rights.CONTENT;
            case ARCHIVIST -> restricted ? Rights.METADATA : Rights.CONTENT;
            case REGISTRAR -> restricted || hidden ? Rights.METADATA : Rights.CONTENT;
            case INSPECTOR -> Rights.METADATA;
            case ADMINISTRATOR -> hidden ? Rights.NONE : Rights.EXISTS;
        };
    }

    /** Secrecy holds between boards (OSL 8 kap. 1-2 §§): reading there is a disclosure, never a privilege of a role. */
    private static Rights ofOtherAuthority(Viewer.Role role, boolean hidden) {
        if (hidden) {
            return Rights.NONE;
        }
        return role == Viewer.Role.INSPECTOR ? Rights.METADATA : Rights.EXISTS;
    }

    private static boolean hasOverride(RecordFacts facts, Viewer viewer, LocalDate at) {
        return viewer instanceof Viewer.Staff(String authority, Viewer.Role role)
                && role != Viewer.Role.ADMINISTRATOR
                && facts.overrides().stream().anyMatch(o -> o.reaches(authority, at));
    }

    /** Whether two names mean one authority: case and spaces around do not count; no name means nobody. */
    public static boolean sameAuthority(String one, String other) {
        return !one.isBlank() && fold(one).equals(fold(other));
    }

    /** The form in which the name of an authority is compared and put into labels. */
    static String fold(String authority) {
        return authority.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * The first day after {@code at} on which the answer, a right or a label could be another with no further act: a
     * restriction ends or another row of its provision becomes law, an override begins or has ended, a class decision
     * or an assessment comes into force. Days too many do no harm, a day too few leaves a record found by whoever may
     * not read it. Empty if time alone changes nothing.
     */
    public Optional<LocalDate> nextChange(RecordFacts facts, LocalDate at) {
        Stream<LocalDate> restrictions =
                facts.restrictions().stream().filter(r -> !r.lifted()).flatMap(this::turns);
        Stream<LocalDate> overrides = facts.overrides().stream().flatMap(o -> Stream.of(o.from(), dayAfter(o.until())));
        Stream<LocalDate> words = facts.assessments().stream().map(Assessment::assessedOn);
        Stream<LocalDate> plan = facts.classification() instanceof Classification.InPlan(PlanClass c, String version)
                ? Stream.of(c.decidedOn())
                : Stream.empty();
        return Stream.of(restrictions, overrides, words, plan)
                .flatMap(days -> days)
                .filter(day -> day.isAfter(at) && !day.equals(LocalDate.MAX))
                .min(Comparator.naturalOrder());
    }

    /**
     * The days on which a restriction may begin or cease to stand. A newer row of its provision may give it another
     * end, so that even one that has lapsed stands again from that day: every row counts, not only the one of today.
     */
    private Stream<LocalDate> turns(Restriction r) {
        return provisions.rows(r.provision()).stream()
                .flatMap(row -> Stream.of(row.validity().from(), row.ends(r.clockStart())));
    }

    private static LocalDate dayAfter(LocalDate last) {
        return last.equals(LocalDate.MAX) ? last : last.plusDays(1);
    }
}
