package se.sigill.staff.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.catalogue.AuditRound;
import se.sigill.core.check.Round;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Head;
import se.sigill.core.seal.Period;
import se.sigill.look.Fact;
import se.sigill.look.Language;
import se.sigill.look.Sizes;
import se.sigill.staff.audit.Rounds;

/**
 * Whether the archive is whole: the last round of checking, the one that goes on, the seals, the checkpoint.
 *
 * @param running whether a round goes on; the page then follows it
 * @param progress how far, in words
 * @param findings of the last round that somebody began here; places in the store, no word of a record
 * @param checkpoint the signed note, to be kept elsewhere as an anchor
 */
public record AuditPage(
        Frame frame,
        String last,
        boolean running,
        String progress,
        String problem,
        List<Said> findings,
        boolean mayCheck,
        List<Fact> facts,
        List<Seal> seals,
        String checkpoint) {
    private static final int SEALS = 20;
    private static final Pattern ID = Pattern.compile("\\b[0-9a-z]{26}\\b");

    /** A sealed period. */
    public record Seal(String id, String when, String acts, String leaves) {}

    public static AuditPage of(Surround around, Rounds rounds, boolean mayCheck) {
        Language l = around.language();
        OpenArchive archive = around.archive();
        ZoneId zone = archive.config().archive().zone();
        Head head = archive.archive().log().head();
        List<Period> periods = new Sealing(archive).evidence().periods();
        return new AuditPage(
                around.frame(Place.AUDIT, l.say("Granskning", "Audit")),
                archive.catalogue()
                        .lastAudit()
                        .map(round -> words(round, zone, l))
                        .orElse(l.say(
                                "Hela arkivet har aldrig kontrollerats.", "The whole archive has never been checked.")),
                rounds.isRunning(),
                rounds.progress()
                        .map(p -> p.objects()
                                + l.say(" objekt, ", " objects, ")
                                + p.files()
                                + l.say(" filer, ", " files, ")
                                + Sizes.of(p.bytes(), l)
                                + l.say(" lästa; händelse ", " read; act ")
                                + p.at()
                                + l.say(" av ", " of ")
                                + p.end())
                        .orElse(""),
                rounds.problem(),
                rounds.last().map(Round::findings).orElse(List.of()).stream()
                        .map(finding -> found(archive, finding, l))
                        .toList(),
                mayCheck,
                facts(archive, head, periods, l),
                periods.reversed().stream()
                        .limit(SEALS)
                        .map(period -> seal(period, zone))
                        .toList(),
                head.note().toString());
    }

    private static String words(AuditRound round, ZoneId zone, Language l) {
        return Words.time(round.at(), zone) + ": " + round.objects() + l.say(" objekt, ", " objects, ") + round.files()
                + l.say(" filer, ", " files, ") + Sizes.of(round.bytes(), l) + l.say(" lästa, ", " read, ")
                + (round.faults() == 0 ? l.say("inga fel.", "no fault.") : round.faults() + l.say(" fel.", " faults."));
    }

    /** A place in a record of which the visitor may not know its register entry is told without its names. */
    private static Said found(OpenArchive archive, Finding finding, Language l) {
        Matcher id = ID.matcher(finding.where() + " " + finding.message());
        boolean known = true;
        while (id.find()) {
            known &= archive.find(id.group())
                    .filter(entry -> archive.sight().rights(entry).metadata())
                    .isPresent();
        }
        return known
                ? Said.of(finding, l)
                : Said.withoutPlace(
                        finding,
                        l.say(
                                "I en handling hos en annan myndighet; sigill check på servern säger var.",
                                "In a record of another authority; sigill check on the server says where."),
                        l);
    }

    private static List<Fact> facts(OpenArchive archive, Head head, List<Period> periods, Language l) {
        Optional<Boolean> shipped = archive.shipping().map(status -> status.lag() == 0);
        return new Fact.Sheet()
                .with(l.say("Händelser i loggen", "Acts in the log"), Long.toString(head.size()))
                .with(l.say("Loggens epok", "Epoch of the log"), Long.toString(head.epoch()))
                .with(l.say("Förseglade perioder", "Sealed periods"), Integer.toString(periods.size()))
                .with(
                        l.say("Loggens andra kopia", "Second copy of the log"),
                        shipped.map(level -> level
                                        ? l.say("har allt", "has everything")
                                        : l.say("ligger efter", "is behind"))
                                .orElse(l.say("finns inte (log.ship-to)", "there is none (log.ship-to)")))
                .facts();
    }

    private static Seal seal(Period period, ZoneId zone) {
        return new Seal(
                period.id(),
                Words.time(period.sealed(), zone),
                period.first() + "–" + (period.end() - 1),
                Integer.toString(period.leaves()));
    }
}
