package se.sigill.app.wiring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.Duty;
import se.sigill.core.access.RestrictionCheck;
import se.sigill.core.access.Target;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Appended;

/** Decisions of a person about the openness of records, as the acting user. */
public final class Assessing {
    private final OpenArchive archive;

    public Assessing(OpenArchive archive) {
        this.archive = archive;
    }

    /** What is decided. Every reason stands in the act: it holds no personal data. */
    public sealed interface Decision {
        String reason();

        /** Open by decision (offentlig). @param publishable may also be put on the web */
        record Open(boolean publishable, String reason) implements Decision {}

        /** An earlier assessment no longer counts. */
        record Undecided(String reason) implements Decision {}

        /**
         * Marked as restricted (sekretessmarkerad).
         *
         * @param provision as the adopted catalogue names it, {@code OSL 26:1}
         * @param category {@code security}, {@code secrecy} or {@code integrity}
         * @param target as {@link Target} reads it
         * @param since day from which the secrecy period counts; empty for the record's own
         */
        record Restrict(
                String provision,
                String category,
                String target,
                Optional<LocalDate> since,
                boolean existenceSecret,
                String reason)
                implements Decision {}

        /** @param act which made the restriction that is lifted */
        record Lift(long act, String reason) implements Decision {}

        private Duty duty() {
            return this instanceof Restrict ? Duty.RESTRICT : Duty.OPEN;
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** There is no such record, or none that the acting user may know of. */
        record Unknown() implements Outcome {}

        /** It is not the acting user's to decide. */
        record NotYours() implements Outcome {}

        record Refused(List<Finding> findings) implements Outcome {}

        /** @param findings what is worth knowing of the decision all the same */
        record Decided(Act.OfRecord act, Appended appended, List<Finding> findings) implements Outcome {}
    }

    /**
     * Decides about one record. The projections know it after {@link OpenArchive#catchUp}.
     *
     * @throws ArchiveException.WrongUsage if a target cannot be read or there is no such restriction to lift
     */
    public Outcome decide(String id, Decision decision) {
        Optional<CatalogueRecord> found = archive.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        CatalogueRecord entry = found.get();
        if (!archive.sight().has(decision.duty(), entry)) {
            return new Outcome.NotYours();
        }
        Act.OfRecord act = act(entry, decision);
        List<Finding> findings = act instanceof Act.Restricted marking ? check(marking) : List.of();
        return RestrictionCheck.refuses(findings)
                ? new Outcome.Refused(findings)
                : new Outcome.Decided(act, archive.archive().decide(List.of(act)), findings);
    }

    private List<Finding> check(Act.Restricted marking) {
        return new RestrictionCheck(archive.rules().access().provisions())
                .check(marking, archive.today(), marking.record().value());
    }

    private Act.OfRecord act(CatalogueRecord entry, Decision decision) {
        Instant at = archive.clock().instant();
        return switch (decision) {
            case Decision.Open(boolean publishable, String reason) ->
                new Act.Assessed(at, archive.actor(), entry.id(), true, publishable, reason);
            case Decision.Undecided(String reason) ->
                new Act.Assessed(at, archive.actor(), entry.id(), false, false, reason);
            case Decision.Lift(long act, String reason) ->
                new Act.RestrictionLifted(at, archive.actor(), entry.id(), standing(entry, act), reason);
            case Decision.Restrict r ->
                new Act.Restricted(
                        at,
                        archive.actor(),
                        entry.id(),
                        Target.parse(r.target()).text(),
                        r.category(),
                        r.provision(),
                        r.reason(),
                        entry.authority(),
                        archive.today(),
                        r.since().orElseGet(() -> clockStart(entry)),
                        r.existenceSecret());
        };
    }

    private static long standing(CatalogueRecord entry, long act) {
        if (entry.restrictions().stream().noneMatch(r -> r.act() == act && !r.lifted())) {
            throw new ArchiveException.WrongUsage("record " + entry.id() + " has no restriction of act " + act
                    + " that stands; sigill export --json " + entry.id() + " shows its restrictions");
        }
        return act;
    }

    /** The secrecy period counts from the record's own day, where one is known (OSL 7 kap.). */
    private LocalDate clockStart(CatalogueRecord entry) {
        String date = entry.description().date();
        return date.length() == 10 ? LocalDate.parse(date) : archive.today();
    }
}
