package se.sigill.app.request;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.AccessState;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.disposal.Hold;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.log.Actor;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.AppealState;
import se.sigill.core.request.AppealTime;
import se.sigill.core.request.PurgeRule;
import se.sigill.core.request.Request;

/**
 * Forgets who asked, by rule, some time after a request was closed and nothing of it can be appealed any more: first
 * what lies outside, then the key of the envelope. The request itself, and what was decided, stay as the plan says.
 */
public final class Purging {
    private static final Actor RULE = Actor.rule("purge-of-requests/1");

    private final OpenArchive archive;
    private final PurgeRule rule;
    private final Posting posting;

    public Purging(OpenArchive archive, PurgeRule rule) {
        this.archive = archive;
        this.rule = rule;
        this.posting =
                new Posting(archive, new OutsideHome(archive.config().servers().outside()));
    }

    /** Does what is due today. May be stopped and run again. @return how many requesters were forgotten */
    public int run() {
        int forgotten = 0;
        RequestBook book = new RequestBook(archive);
        for (List<RecordId> page : new EveryRequest(archive.catalogue(), Instant.EPOCH)) {
            for (RecordId id : page) {
                forgotten += book.entry(id).filter(this::purge).isPresent() ? 1 : 0;
            }
        }
        return forgotten;
    }

    private boolean purge(RequestBook.Entry entry) {
        Request request = entry.request();
        if (request.forgotten()) {
            return false;
        }
        PurgeRule.Due due = rule.due(facts(entry), archive.today());
        Envelopes envelopes = new Envelopes(archive);
        String envelope = request.asked().envelope();
        if (due.left().contains(PurgeRule.Left.OUTSIDE) || due.left().contains(PurgeRule.Left.CONTACT)) {
            envelopes.open(envelope).flatMap(Envelope::box).ifPresent(box -> {
                posting.remove(box);
                forgetLetters(box);
            });
        }
        if (!due.left().contains(PurgeRule.Left.CONTACT)) {
            return false;
        }
        // The act first: whoever finds the key after a stop deletes it, and nobody posts to a box without one.
        archive.archive()
                .decide(List.of(new RequestAct.RequesterForgotten(
                        archive.clock().instant(), RULE, request.id(), due.why().english())));
        envelopes.forget(envelope);
        new Candidates(archive).forget(request.id());
        archive.catchUp();
        return true;
    }

    private void forgetLetters(BoxKey box) {
        try {
            InboxRound.of(archive).forget(box.name());
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("letters outside could not be deleted: " + e.getMessage(), e);
        }
    }

    private PurgeRule.Facts facts(RequestBook.Entry entry) {
        Request request = entry.request();
        return new PurgeRule.Facts(
                request.closing().map(closing -> AccessState.day(closing.at())),
                appeal(request),
                entry.record().holds().stream().anyMatch(Hold::stands));
    }

    /** How far it has come with the court. A letter can be appealed from the day on which it was made. */
    private static AppealState appeal(Request request) {
        if (request.hasOpenAppeal()) {
            return new AppealState.Open();
        }
        Optional<LocalDate> settled = request.appeals().stream()
                .flatMap(appeal -> appeal.settled().map(AccessState::day).stream())
                .max(LocalDate::compareTo);
        Optional<LocalDate> lastDay = request.letters().stream()
                .reduce((_, last) -> last)
                .map(letter -> new AppealTime(AccessState.day(letter.at())).lastDay());
        // A letter after the appeal, or that it was dismissed, can be appealed in its turn.
        if (settled.isPresent()
                && lastDay.filter(day -> day.isAfter(settled.get())).isEmpty()) {
            return new AppealState.Settled(settled.get());
        }
        return lastDay.<AppealState>map(AppealState.Possible::new).orElseGet(AppealState.NothingToAppeal::new);
    }
}
