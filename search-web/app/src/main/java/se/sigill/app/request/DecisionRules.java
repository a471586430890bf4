package se.sigill.app.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.access.Access;
import se.sigill.core.access.Duty;
import se.sigill.core.access.HarmTest;
import se.sigill.core.access.Openness;
import se.sigill.core.access.Provision;
import se.sigill.core.access.Viewer;
import se.sigill.core.catalogue.Adoption;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Actor;
import se.sigill.core.request.Decision;
import se.sigill.core.request.DelegatedDecision;
import se.sigill.core.request.Delegation;
import se.sigill.core.request.Delegations;
import se.sigill.core.request.FourEyes;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Wording;

/**
 * Whether the acting user may decide so, by the rules in force today. Nobody decides to hand out what they may not
 * read;
 * a no takes a delegation (KL 6 kap. 37-38 §§) and its reasons (FL 32 §, OSL 10 kap. 14 §); a reverse or absolute harm
 * test takes a second person.
 */
final class DecisionRules {
    /** The name of an authority and how to reach it, in a letter's head. */
    private static final int PLACE_MAX = 500;

    private final OpenArchive archive;
    private final FourEyes eyes = FourEyes.USUAL;

    DecisionRules(OpenArchive archive) {
        this.archive = archive;
    }

    sealed interface Answer {
        /** @param delegation how the letter cites it; empty where none is needed */
        record Yes(String delegation, boolean second) implements Answer {}

        record No(Wording why) implements Answer {}
    }

    /**
     * Whether it is the acting user's to answer the request, by a role of that authority. Who operates the archive sees
     * requests, and answers none: what a page asks for, a command asks for.
     */
    boolean isToAnswer(RequestBook.Entry entry) {
        return archive.sight().viewers().stream()
                .anyMatch(viewer -> viewer instanceof Viewer.Staff
                        && Duty.ANSWER.isOf(viewer, entry.record().authority()));
    }

    Answer judge(RequestBook.Entry entry, Proposal proposal) {
        if (proposal.reason().length() > Answering.TEXT_MAX
                || proposal.notLess().length() > Answering.TEXT_MAX
                || proposal.conditions().length() > Answering.TEXT_MAX
                || proposal.sentTo().length() + proposal.reached().length() > PLACE_MAX) {
            return no("Skälen är för långa.", "The reasons are too long.");
        }
        return proposal.outcome().isOfRecord() ? ofRecord(entry, proposal) : ofNone(entry, proposal);
    }

    private Answer ofNone(RequestBook.Entry entry, Proposal proposal) {
        if (!proposal.of().isEmpty()) {
            return no("Det beslutet gäller ingen handling i arkivet.", "That decision is about no record here.");
        }
        if (proposal.outcome() == Outcome.FORWARDED) {
            return sendingOn(entry, proposal);
        }
        if (proposal.reason().isBlank()) {
            return no("Skriv var du har letat.", "Write where it was looked for.");
        }
        return proposal.outcome().isNo()
                ? delegatedWith(entry, DelegatedDecision.REFUSE, List.of(), "")
                : new Answer.Yes("", false);
    }

    /** To the authority that keeps it: who asked reads which that is, and how to reach it (TF 2 kap. 17 §). */
    private Answer sendingOn(RequestBook.Entry entry, Proposal proposal) {
        if (proposal.sentTo().isBlank()) {
            return no(
                    "Skriv vart begäran skickas: vilken myndighet som har handlingen.",
                    "Write where the request is sent: which authority has the document.");
        }
        if (Access.sameAuthority(proposal.sentTo(), entry.record().authority())) {
            return no("Det är den egna myndigheten.", "That is the authority itself.");
        }
        return DecisionActs.reached(archive, proposal).isBlank()
                ? no(
                        "Skriv hur man når " + proposal.sentTo() + ": adress eller e-post.",
                        "Write how to reach " + proposal.sentTo() + ": an address or e-mail.")
                : new Answer.Yes("", false);
    }

    private Answer ofRecord(RequestBook.Entry entry, Proposal proposal) {
        Optional<CatalogueRecord> found = archive.find(proposal.of());
        if (found.isEmpty()) {
            return no("Handlingen finns inte.", "There is no such record.");
        }
        CatalogueRecord record = found.get();
        if (!record.authority()
                .strip()
                .equalsIgnoreCase(entry.record().authority().strip())) {
            return no(
                    "Handlingen är en annan myndighets. Skicka begäran vidare dit (TF 2 kap. 17 §).",
                    "The record is another authority's. Send the request on to it (TF 2:17).");
        }
        if (!archive.sight().rights(record).content()) {
            return no(
                    "Du får inte läsa handlingen och kan därför inte besluta om den. Ge begäran till en prövare.",
                    "You may not read the record, so you cannot decide about it. Pass the request on.");
        }
        boolean handedOut =
                entry.request().copies().stream().anyMatch(copy -> copy.of().equals(proposal.of()) && !copy.stopped());
        if (handedOut) {
            return no(
                    "Handlingen är redan utlämnad. Ta tillbaka kopian först.",
                    "The record is released already. Take the copy back first.");
        }
        if (proposal.outcome() == Outcome.WITH_RESERVATION) {
            return reservation(entry, proposal, record);
        }
        return proposal.outcome().isNo() ? refusal(entry, proposal, record) : giving(record);
    }

    private Answer refusal(RequestBook.Entry entry, Proposal proposal, CatalogueRecord record) {
        Optional<Provision> provision =
                archive.rules().access().provisions().valid(proposal.provision(), archive.today());
        if (provision.isEmpty()) {
            return no(
                    "Ange en bestämmelse som gäller i dag, till exempel OSL 26:1.",
                    "Give a provision that is in force today, such as OSL 26:1.");
        }
        if (proposal.reason().isBlank()) {
            return no(
                    "Skriv varför uppgifterna inte kan lämnas ut, utan att röja dem.",
                    "Write why it cannot be released, without revealing it.");
        }
        boolean whole = proposal.outcome() == Outcome.REFUSED;
        if (whole && proposal.notLess().isBlank()) {
            return no(
                    "Skriv varför varken en del eller ett förbehåll räcker.",
                    "Write why neither a part nor a reservation is enough.");
        }
        if (!whole && proposal.withheld().isEmpty()) {
            return no("Välj vad som ska utelämnas.", "Choose what is left out.");
        }
        Optional<Wording> wrong =
                whole ? Optional.empty() : LeftOut.of(archive, record).wrong(proposal.withheld());
        if (wrong.isPresent()) {
            return new Answer.No(wrong.get());
        }
        return delegatedWith(
                entry, DelegatedDecision.REFUSE, List.of(provision.get().harmTest()), proposal.alone());
    }

    /** A reservation restricts too: it takes a delegation of its own, the provision of the risk, and reasons. */
    private Answer reservation(RequestBook.Entry entry, Proposal proposal, CatalogueRecord record) {
        Optional<Provision> provision =
                archive.rules().access().provisions().valid(proposal.provision(), archive.today());
        if (provision.isEmpty()) {
            return no(
                    "Ange en bestämmelse som gäller i dag, till exempel OSL 26:1.",
                    "Give a provision that is in force today, such as OSL 26:1.");
        }
        if (proposal.conditions().isBlank()) {
            return no(
                    "Skriv förbehållet: vad den som får handlingen inte får göra med uppgifterna.",
                    "Write the reservation: what whoever gets the document may not do with what is in it.");
        }
        if (proposal.reason().isBlank()) {
            return no(
                    "Skriv vilken risk förbehållet tar bort, utan att röja uppgifterna.",
                    "Write which risk the reservation removes, without revealing what is secret.");
        }
        List<HarmTest> tests = new ArrayList<>(grounds(record));
        tests.add(provision.get().harmTest());
        return delegatedWith(entry, DelegatedDecision.RESERVE, tests, proposal.alone());
    }

    /** Who hands out a restricted record sets a marking aside: two look where the harm test is one of the strong. */
    private Answer giving(CatalogueRecord record) {
        return new Answer.Yes("", eyes.need(grounds(record)) instanceof FourEyes.Need.Second);
    }

    private List<HarmTest> grounds(CatalogueRecord record) {
        return archive.rules().answer(record, archive.today())
                        instanceof Openness.Restricted(List<Openness.Ground> grounds)
                ? grounds.stream().map(Openness.Ground::harmTest).toList()
                : List.of();
    }

    private Answer delegatedWith(
            RequestBook.Entry entry, DelegatedDecision decision, List<HarmTest> tests, String alone) {
        Optional<Delegation> delegation = delegation(entry, decision);
        if (delegation.isEmpty()) {
            return no(
                    "Du har ingen delegation att besluta detta. Låt någon som har det besluta.",
                    "You have no delegation to decide this. Let somebody who has one decide.");
        }
        boolean second = eyes.need(tests) instanceof FourEyes.Need.Second;
        if (second && !alone.isBlank() && !eyes.aloneAllowed()) {
            return no("Det här beslutas av två.", "This is decided by two.");
        }
        return new Answer.Yes(delegation.get().reference(), second);
    }

    /** Why the acting user is not the one to agree; empty if nothing stands against it. */
    Optional<Wording> mayNotSign(RequestBook.Entry entry, Decision decision) {
        if (isOwn(decision)) {
            return Optional.of(new Wording(
                    "Du har själv fattat beslutet. En annan person läser det.",
                    "It is your own decision. Another person reads it."));
        }
        if (decision.outcome().isNo()
                && delegation(entry, taking(decision.outcome())).isEmpty()) {
            return Optional.of(new Wording(
                    "Du har ingen delegation att besluta detta.", "You have no delegation to decide this."));
        }
        boolean reads = decision.of().isEmpty()
                || archive.find(decision.of())
                        .filter(record -> archive.sight().rights(record).content())
                        .isPresent();
        return reads
                ? Optional.empty()
                : Optional.of(new Wording(
                        "Du får inte läsa handlingen och kan därför inte ta ställning.",
                        "You may not read the record, so you cannot agree."));
    }

    /** Whoever types a command is the person who logs in: two ways are not two persons. */
    private boolean isOwn(Decision decision) {
        return User.account(Actor.ofText(decision.by())).equalsIgnoreCase(User.account(archive.actor()));
    }

    private static DelegatedDecision taking(Outcome no) {
        return no == Outcome.WITH_RESERVATION ? DelegatedDecision.RESERVE : DelegatedDecision.REFUSE;
    }

    /** By which delegation the acting user may decide this today; empty if by none. */
    Optional<Delegation> delegation(RequestBook.Entry entry, DelegatedDecision decision) {
        return archive.catalogue().adopted().stream()
                .filter(each -> each.kind().equals(Delegations.KIND))
                .reduce((one, other) -> one.act() > other.act() ? one : other)
                .map(Adoption::document)
                .map(Delegations::orNone)
                .orElse(Delegations.NONE)
                .find(User.account(archive.actor()), entry.record().authority(), decision, archive.today());
    }

    private static Answer no(String swedish, String english) {
        return new Answer.No(new Wording(swedish, english));
    }
}
