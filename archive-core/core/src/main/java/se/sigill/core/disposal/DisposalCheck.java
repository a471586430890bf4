package se.sigill.core.disposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.sigill.core.access.Classification;
import se.sigill.core.access.PlanClass;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Actor;

/**
 * Whether an order to dispose of a record may be carried out: pure, and all that forbids it at once.
 *
 * <p>A class whose retention has no years is disposed of after an event (vid inaktualitet); that it has happened is
 * what the two persons answer for, never a computation.
 */
public final class DisposalCheck {
    private DisposalCheck() {}

    /** What forbids the disposal on the given day; empty if nothing does. */
    public static List<Finding> check(DisposalFacts facts, DisposalOrder order, LocalDate today) {
        String where = order.record().value();
        List<Finding> out = new ArrayList<>();
        if (!facts.record().equals(order.record())) {
            out.add(Finding.of(DisposalFinding.OTHER_RECORD, where, "the facts are those of " + facts.record()));
        }
        for (Hold hold : facts.holds()) {
            if (hold.stands()) {
                out.add(Finding.of(DisposalFinding.HELD, where, "the hold of act " + hold.act() + " stands"));
            }
        }
        if (facts.requested()) {
            out.add(Finding.of(DisposalFinding.REQUESTED, where, "somebody has asked for the record"));
        }
        if (facts.restoreNotAccepted()) {
            out.add(Finding.of(DisposalFinding.RESTORE_NOT_ACCEPTED, where, "a restore lost acts"));
        }
        plan(facts, where, today, out);
        order(order, where, out);
        return out;
    }

    private static void plan(DisposalFacts facts, String where, LocalDate today, List<Finding> out) {
        switch (facts.classification()) {
            case Classification.None none ->
                out.add(Finding.of(DisposalFinding.CLASS_UNDECIDED, where, "the record has no class"));
            case Classification.NotInPlan missing ->
                out.add(Finding.of(DisposalFinding.CLASS_UNDECIDED, where, "the plan has no class " + missing.code()));
            case Classification.InPlan in -> planClass(in.planClass(), facts.clockStart(), where, today, out);
        }
    }

    private static void planClass(
            PlanClass planClass, LocalDate clockStart, String where, LocalDate today, List<Finding> out) {
        if (planClass.outcome() == PlanClass.Outcome.PRESERVE) {
            out.add(Finding.of(DisposalFinding.PRESERVED, where, "class " + planClass.code() + " is preserved"));
            return;
        }
        LocalDate from = clockStart.plusYears(planClass.retentionYears());
        if (today.isBefore(from)) {
            out.add(Finding.of(
                    DisposalFinding.TOO_EARLY,
                    where,
                    "class " + planClass.code() + " is kept " + planClass.retentionYears() + " years, until " + from));
        }
    }

    private static void order(DisposalOrder order, String where, List<Finding> out) {
        if (order.authority().isBlank()) {
            out.add(Finding.of(DisposalFinding.AUTHORITY_MISSING, where, "the order cites no disposal authority"));
        }
        if (order.reason().isBlank()) {
            out.add(Finding.of(DisposalFinding.REASON_MISSING, where, "the order gives no reason"));
        }
        if (order.first().kind() != Actor.Kind.PERSON || order.second().kind() != Actor.Kind.PERSON) {
            out.add(Finding.of(DisposalFinding.NOT_A_PERSON, where, "one of the two is no person"));
        }
        if (fold(order.first()).equals(fold(order.second()))) {
            out.add(Finding.of(DisposalFinding.SAME_PERSON, where, "both signatures are of one person"));
        }
    }

    private static String fold(Actor actor) {
        return actor.name().strip().toLowerCase(Locale.ROOT);
    }
}
