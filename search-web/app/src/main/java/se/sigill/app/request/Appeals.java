package se.sigill.app.request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Access;
import se.sigill.core.access.AccessState;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.AppealChannel;
import se.sigill.core.request.AppealTime;
import se.sigill.core.request.Decision;
import se.sigill.core.request.DelegatedDecision;
import se.sigill.core.request.Delegation;
import se.sigill.core.request.Request;
import se.sigill.core.request.Wording;
import se.sigill.core.store.Digests;

/**
 * Appeals of a request's decisions: registered as records of their own, since they have a name in them; reconsidered
 * (FL 37-39 §§), dismissed if they came too late (FL 45 §), or sent to the court (FL 46 §), whose word is noted.
 */
public final class Appeals {
    private static final String TYPE = "Överklagande";

    private final Answering answering;
    private final OpenArchive archive;

    public Appeals(Answering answering) {
        this.answering = answering;
        this.archive = answering.archive();
    }

    /**
     * An appeal as it came.
     *
     * @param received when, never later than now
     * @param words what it says; empty if {@code document} names a record that is the appeal
     * @param document id or registration number of that record; empty if there are words
     * @param informed the day on which who appeals was informed of the decision; empty if nobody knows
     * @param excuse why it is tried though it came late
     */
    public record Arrived(
            Instant received,
            AppealChannel channel,
            String words,
            String document,
            Optional<LocalDate> informed,
            Optional<AppealTime.Excuse> excuse) {
        @Override
        public String toString() {
            return "Arrived[" + received + ", " + channel + ", content hidden]";
        }
    }

    /** Registers an appeal that came in. */
    public Answering.Outcome came(String id, Arrived arrived) {
        return answering.withAny(id, entry -> {
            if (entry.request().letters().isEmpty()) {
                return Answering.refused(
                        "Det finns inget beslut att överklaga. Fatta ett beslut först.",
                        "There is no decision to appeal. Decide first.");
            }
            boolean later = arrived.received().isAfter(answering.now())
                    || arrived.informed()
                            .filter(day -> day.isAfter(AccessState.day(arrived.received())))
                            .isPresent();
            if (later) {
                return Answering.refused(
                        "Den tiden har inte varit än: den dag då beslutet nåddes är inte efter den dag då"
                                + " överklagandet kom.",
                        "That time has not come yet: the day of being informed is not after the day of the appeal.");
            }
            if (arrived.words().length() > Answering.TEXT_MAX * 5) {
                return Answering.refused(
                        "Överklagandet är för långt. Leverera det som en fil och ange numret.",
                        "The appeal is too long. Deliver it as a file and give its number.");
            }
            Optional<String> document = arrived.words().isBlank()
                    ? known(entry, arrived.document())
                    : Optional.of(register(archive, entry, arrived.words(), arrived.received(), "")
                            .value());
            if (document.isEmpty()) {
                return Answering.refused(
                        "Skriv av överklagandet, eller ange numret på den handling som är överklagandet.",
                        "Copy out the appeal, or give the number of the record that is the appeal.");
            }
            return answering.act(entry, act(archive, entry, arrived, document.get()));
        });
    }

    /** A record of the same authority that the acting user may know of. */
    private Optional<String> known(RequestBook.Entry entry, String typed) {
        String text = typed.strip();
        return archive.find(text)
                .or(() -> text.isEmpty()
                        ? Optional.empty()
                        : archive.catalogue().findByDiaryNumber(text).stream()
                                .flatMap(id -> archive.find(id.value()).stream())
                                .findFirst())
                .filter(record ->
                        Access.sameAuthority(record.authority(), entry.record().authority()))
                .map(record -> record.id().value());
    }

    static RequestAct.Appealed act(OpenArchive archive, RequestBook.Entry entry, Arrived arrived, String document) {
        return new RequestAct.Appealed(
                archive.clock().instant(),
                archive.actor(),
                entry.request().id(),
                arrived.received(),
                arrived.channel().word(),
                document,
                arrived.informed().map(LocalDate::toString).orElse(""),
                arrived.excuse().map(Appeal::word).orElse(""),
                Appeal.isInTime(arrived.informed(), arrived.received(), arrived.channel()));
    }

    /**
     * Makes an appeal a received record beside the request.
     *
     * @param source by which the same appeal is recognised; empty where a person types it
     */
    static RecordId register(
            OpenArchive archive, RequestBook.Entry entry, String words, Instant received, String source) {
        if (!source.isEmpty()) {
            RecordId known = archive.catalogue()
                    .findBySource(OwnRecords.SYSTEM, List.of(source))
                    .get(source);
            if (known != null) {
                return known;
            }
        }
        RecordId id = RecordId.random(archive.archive().surroundings().random());
        try (OwnRecords records = new OwnRecords(archive)) {
            OwnRecords.Facts facts = new OwnRecords.Facts(
                    id,
                    TYPE + ", " + entry.number(),
                    entry.number(),
                    AccessState.day(received).toString(),
                    Direction.RECEIVED,
                    TYPE,
                    entry.record().authority(),
                    entry.record().classCode(),
                    source);
            records.commit(List.of(records.text(facts, "overklagande.txt", words.strip() + "\n", List.of())));
        }
        return id;
    }

    /** By which an appeal that came by the code is recognised: it leads back to nobody. */
    static String source(RecordId request, Instant sent, String words) {
        String all = "sigill/appeal-source/1\n" + request + "\n" + sent + "\n" + words;
        return "appeal:" + Digests.of(all.getBytes(StandardCharsets.UTF_8)).sha256();
    }

    /**
     * The day on which whoever has the code first fetched the newest decision: then they were informed of it. Empty if
     * they have not, or nobody knows; a person may know better.
     */
    public Optional<LocalDate> informed(RequestBook.Entry entry) {
        return informed(archive, entry);
    }

    static Optional<LocalDate> informed(OpenArchive archive, RequestBook.Entry entry) {
        Optional<Request.Letter> newest = entry.request().letters().stream().reduce((_, last) -> last);
        Optional<CatalogueRecord> letter =
                newest.flatMap(each -> archive.catalogue().find(new RecordId(each.record())));
        if (letter.isEmpty()) {
            return Optional.empty();
        }
        Set<String> digests = Set.copyOf(letter.get().description().files().stream()
                .map(FileFact::sha256)
                .toList());
        SortedMap<LocalDate, Long> days = Posting.of(archive).fetched(entry.request(), digests);
        return days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey());
    }

    /**
     * The authority has done with it.
     *
     * @param appeal log index of the appeal
     * @param outcome {@code changed}, {@code forwarded} or {@code too-late}
     */
    public Answering.Outcome handle(String id, long appeal, String outcome, String reason) {
        return answering.withAny(id, entry -> {
            Optional<Appeal> open = entry.request().appeals().stream()
                    .filter(each -> each.act() == appeal && each.waits())
                    .findFirst();
            if (open.isEmpty() || reason.isBlank() || reason.length() > Answering.TEXT_MAX) {
                return Answering.refused("Välj utgång och skriv varför.", "Choose what came of it and write why.");
            }
            return switch (outcome) {
                case Appeal.CHANGED -> changed(entry, open.get(), reason.strip());
                case Appeal.FORWARDED -> forwarded(entry, open.get(), reason.strip());
                case Appeal.TOO_LATE -> dismissed(entry, open.get(), reason.strip());
                default -> Answering.refused("Välj utgång och skriv varför.", "Choose what came of it and write why.");
            };
        });
    }

    /** The new decision is made by the usual way first, and carried out. */
    private Answering.Outcome changed(RequestBook.Entry entry, Appeal appeal, String reason) {
        Request request = entry.request();
        boolean anew = request.decisions().stream().anyMatch(each -> each.act() > appeal.act() && each.stands());
        if (!anew
                || request.decisions().stream().anyMatch(Decision::waits)
                || !request.due().isEmpty()) {
            return Answering.refused(
                    "Fatta det nya beslutet och verkställ det först. Ger det inte allt som begärs ska överklagandet"
                            + " ändå till domstolen.",
                    "Make the new decision and carry it out first. If it does not give all that is asked for, the"
                            + " appeal goes to the court all the same.");
        }
        return handled(entry, appeal, Appeal.CHANGED, reason);
    }

    private Answering.Outcome forwarded(RequestBook.Entry entry, Appeal appeal, String reason) {
        if (appeal.isTooLate()) {
            return Answering.refused(
                    "Överklagandet kom in för sent: avvisa det, eller ange skälet att pröva det ändå.",
                    "The appeal came too late: dismiss it, or give the reason to try it all the same.");
        }
        if (appeal.packages().isEmpty()) {
            return Answering.refused(
                    "Hämta paketet till domstolen först: det ska skickas med handlingarna i ärendet (FL 46 §).",
                    "Fetch the package for the court first: it goes with the files of the case (FL 46).");
        }
        return handled(entry, appeal, Appeal.FORWARDED, reason);
    }

    private Answering.Outcome dismissed(RequestBook.Entry entry, Appeal appeal, String reason) {
        if (!appeal.isTooLate()) {
            return Answering.refused(
                    "Överklagandet ska prövas: det kom in i tid, eller det finns skäl att pröva det ändå.",
                    "The appeal is to be tried: it came in time, or there is a reason to try it all the same.");
        }
        Optional<Delegation> delegation =
                new DecisionRules(archive).delegation(entry, DelegatedDecision.DISMISS_APPEAL);
        if (delegation.isEmpty()) {
            return Answering.refused(
                    "Du har ingen delegation att avvisa ett överklagande. Låt någon som har det besluta.",
                    "You have no delegation to dismiss an appeal. Let somebody who has one decide.");
        }
        DismissalLetter letters = new DismissalLetter(archive);
        Optional<Wording> missing = letters.missing(entry);
        if (missing.isPresent()) {
            return new Answering.Outcome.Refused(missing.get());
        }
        LetterDesk.Written written = new LetterDesk(archive, answering.letters())
                .write(
                        entry,
                        letters.letter(entry, appeal, delegation.get(), reason),
                        "avvisning.pdf",
                        Request.Letter.DISMISSAL);
        return switch (written) {
            case LetterDesk.Written.IsNot(Wording why) -> new Answering.Outcome.Refused(why);
            case LetterDesk.Written.Is(RequestAct.LetterMade made) -> {
                HandingOut.seal(archive);
                yield answering.acts(entry, List.of(act(entry, appeal, Appeal.TOO_LATE, reason), made));
            }
        };
    }

    private Answering.Outcome handled(RequestBook.Entry entry, Appeal appeal, String outcome, String reason) {
        return answering.act(entry, act(entry, appeal, outcome, reason));
    }

    private RequestAct.AppealHandled act(RequestBook.Entry entry, Appeal appeal, String outcome, String reason) {
        return new RequestAct.AppealHandled(
                answering.now(), answering.actor(), entry.request().id(), appeal.act(), outcome, reason);
    }

    /**
     * The court has spoken.
     *
     * @param outcome one of {@link Appeal#COURT_OUTCOMES}
     * @param reason number and day of the judgment
     */
    public Answering.Outcome judged(String id, long appeal, String outcome, String reason) {
        return answering.withAny(id, entry -> {
            boolean there =
                    entry.request().appeals().stream().anyMatch(each -> each.act() == appeal && each.isWithCourt());
            if (!there || !Appeal.COURT_OUTCOMES.contains(outcome)) {
                return Answering.refused(
                        "Välj vad domstolen kom till. Målet ska ligga hos den.",
                        "Choose what the court came to. The case must lie with it.");
            }
            if (reason.isBlank() || reason.length() > Answering.TEXT_MAX) {
                return Answering.refused(
                        "Skriv målets nummer och dag.", "Write the number and the day of the judgment.");
            }
            return answering.act(
                    entry,
                    new RequestAct.CourtDecided(
                            answering.now(), answering.actor(), entry.request().id(), appeal, outcome, reason.strip()));
        });
    }
}
