package se.sigill.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import se.sigill.core.log.Act;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.RequestAct;

/**
 * What the acts of one record have said of its openness so far: fold the acts in the order of the log, then ask for the
 * {@link RecordFacts} under a plan.
 *
 * <p>Mutable while folding, for one thread. Acts that say nothing of openness are passed over. Lifting a restriction
 * that the record does not have does nothing. A category or target that is not understood counts as secrecy of the
 * whole record, so that an act of a newer version closes and never opens.
 */
public final class AccessState {
    /** Days are those of the place whose law it is. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private String authority = "";
    private String classCode = "";
    private final TreeMap<Long, Restriction> restrictions = new TreeMap<>();
    private final List<Assessment> assessments = new ArrayList<>();
    private final List<SecrecyOverride> overrides = new ArrayList<>();

    /** The day of an instant where the archive is. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** Takes in one act of the record; {@code index} is its place in the log. */
    public AccessState apply(long index, Act.OfRecord act) {
        switch (act) {
            case Act.Sealed a -> {
                authority = a.authority();
                classCode = a.classCode();
            }
            case Act.Restricted a -> restrictions.put(index, restriction(index, a));
            case Act.RestrictionLifted a -> restrictions.computeIfPresent(a.restriction(), (_, r) -> r.lift(index));
            case Act.Assessed a -> assessments.add(assessment(index, a));
            case Act.Overridden a -> overrides.add(override(index, a));
            case Act.RenditionAdded _,
                    Act.GapOpened _,
                    Act.GapClosed _,
                    Act.HoldPlaced _,
                    Act.HoldLifted _,
                    Act.Disposed _,
                    Act.Viewed _,
                    RequestAct _,
                    IncidentAct _ -> {}
        }
        return this;
    }

    /** The facts as they stand after the acts taken in, under the given plan. */
    public RecordFacts facts(InformationPlan plan) {
        return new RecordFacts(
                authority, plan.classify(classCode), List.copyOf(restrictions.values()), assessments, overrides);
    }

    /** The restriction that an act makes. */
    public static Restriction restriction(long index, Act.Restricted a) {
        return new Restriction(
                index,
                targetOf(a.target()),
                RestrictionCategory.parse(a.category()).orElse(RestrictionCategory.SECRECY),
                a.provision(),
                a.reason(),
                a.authority(),
                a.actor().text(),
                a.markedOn(),
                a.clockStart(),
                a.existenceSecret(),
                Restriction.NEVER);
    }

    private static Target targetOf(String text) {
        return parse(text).orElseGet(Target.Whole::new);
    }

    private static Optional<Target> parse(String text) {
        try {
            return Optional.of(Target.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The word that an act gives. */
    public static Assessment assessment(long index, Act.Assessed a) {
        return new Assessment(index, a.open(), a.publishable(), a.actor().text(), day(a.at()), a.reason());
    }

    /** The override that an act makes. */
    public static SecrecyOverride override(long index, Act.Overridden a) {
        return new SecrecyOverride(
                index,
                a.provision(),
                a.reason(),
                SecrecyOverride.Audience.parse(a.audience()),
                a.actor().text(),
                day(a.at()),
                a.until());
    }
}
