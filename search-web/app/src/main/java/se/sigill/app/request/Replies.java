package se.sigill.app.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.AppealChannel;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Quote;
import se.sigill.core.request.Request;

/** What whoever has the code writes again becomes acts: words, an appeal, a yes to a fee. The same letter once. */
final class Replies {
    private final OpenArchive archive;

    Replies(OpenArchive archive) {
        this.archive = archive;
    }

    /** Takes in a letter of which it is known whose it is. @return false if it was taken in before */
    boolean take(RecordId id, AskedLetter.Reply reply) {
        RequestBook.Entry entry = new RequestBook(archive).entry(id).orElseThrow();
        String kind = kind(reply.wish());
        boolean appeals = reply.wish() == AskedLetter.Wish.APPEAL
                && !entry.request().letters().isEmpty();
        // An appeal has a name in it: its words lie in a record of their own, that can go alone.
        String words = appeals ? "" : reply.words();
        boolean known = entry.request().said().stream()
                .anyMatch(said -> said.requester()
                        && said.kind().equals(kind)
                        && said.sent().equals(reply.at())
                        && said.text().equals(words));
        if (known) {
            return false;
        }
        List<RequestAct> acts = new ArrayList<>();
        acts.add(new RequestAct.Talked(
                archive.clock().instant(), archive.actor(), id, true, reply.at(), kind, "", words));
        if (appeals) {
            acts.add(appeal(entry, reply));
        }
        if (reply.wish() == AskedLetter.Wish.ACCEPT_FEE) {
            accepted(entry.request(), reply).ifPresent(acts::add);
        }
        if (reply.wish() == AskedLetter.Wish.ACCEPT_RESERVATION) {
            acts.addAll(acceptedReservations(entry.request(), reply));
        }
        archive.archive().decide(acts);
        archive.catchUp();
        return true;
    }

    private RequestAct.Appealed appeal(RequestBook.Entry entry, AskedLetter.Reply reply) {
        Instant received = InboxRound.notLater(archive, reply.at());
        Appeals.Arrived arrived = new Appeals.Arrived(
                received, AppealChannel.WEB, reply.words(), "", Appeals.informed(archive, entry), Optional.empty());
        // If we stop behind the record, the letter is read again and finds it.
        String source = Appeals.source(entry.request().id(), reply.at(), reply.words());
        RecordId document = Appeals.register(archive, entry, reply.words(), received, source);
        return Appeals.act(archive, entry, arrived, document.value());
    }

    private Optional<RequestAct> accepted(Request request, AskedLetter.Reply reply) {
        return Fees.answered(request, reply.at())
                .map(quote -> new RequestAct.FeeSettled(
                        archive.clock().instant(), archive.actor(), request.id(), quote.act(), Quote.ACCEPTED, ""));
    }

    /** The words are the conditions that were read: others than those nobody has agreed to. */
    private List<RequestAct> acceptedReservations(Request request, AskedLetter.Reply reply) {
        return request.decisions().stream()
                .filter(Decision::stands)
                .flatMap(decision -> Terms.of(archive, request.id(), decision).reservation().stream())
                .filter(each -> !each.isAccepted() && each.conditions().equals(reply.words()))
                .<RequestAct>map(each -> new RequestAct.ReservationAccepted(
                        archive.clock().instant(), archive.actor(), request.id(), each.decision()))
                .toList();
    }

    private static String kind(AskedLetter.Wish wish) {
        return switch (wish) {
            case NONE -> "answer";
            case DECISION -> "decision-wanted";
            case APPEAL -> "appeal";
            case WITHDRAW -> "withdrawal";
            case ACCEPT_FEE -> "fee-accepted";
            case ACCEPT_RESERVATION -> "reservation-accepted";
        };
    }
}
