package se.sigill.core.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;

/**
 * A request for records, as its acts tell it: never stored, always computed. The same acts give the same request.
 *
 * @param id of the request's own record
 * @param person account of whoever answers for it; empty if nobody does yet
 * @param decisions the latest for each record, in the order in which records were first decided about
 * @param closing how it ended; empty while it is open
 * @param forgotten whether nobody can reach who asked any more
 */
public record Request(
        RecordId id,
        RequestAct.Requested asked,
        Optional<String> person,
        List<Said> said,
        List<Decision> decisions,
        List<Letter> letters,
        List<Copy> copies,
        Optional<Quote> quote,
        Optional<Closing> closing,
        List<Appeal> appeals,
        boolean forgotten) {

    /** A word between authority and requester. */
    public record Said(
            long act,
            Instant at,
            String by,
            boolean requester,
            Instant sent,
            String kind,
            String provision,
            String text) {}

    /** A letter that was made and registered. @param record id of it */
    public record Letter(long act, Instant at, String record, String kind) {}

    /**
     * Copies of one record that were handed out.
     *
     * @param copy id of the record that holds the bytes
     * @param until last day on which they can be fetched; empty if they were handed over
     * @param stopped whether they were taken back
     */
    public record Copy(
            long act,
            Instant at,
            String of,
            String copy,
            long decision,
            List<String> files,
            String until,
            boolean stopped) {
        public Copy {
            files = List.copyOf(files);
        }
    }

    /** What copies cost. @param settled how the requester answered; empty if not yet */
    public record Quote(long act, long ore, String words, Optional<String> settled) {}

    public record Closing(long act, Instant at, String how, String reason) {}

    /** @param outcome empty as long as the appeal is open @param handled when it was handled; empty as long */
    public record Appeal(
            long act, Instant received, boolean inTime, Optional<String> outcome, Optional<Instant> handled) {}

    /** Where a request stands. */
    public enum State {
        /** Nobody has begun. */
        RECEIVED,
        /** Somebody has. */
        IN_HAND,
        /** Who asked wants a decision of the authority: it waits for somebody with a delegation (OSL 6 kap. 3 §). */
        DECISION_WANTED,
        /** The requester was asked something; the time of waiting counts all the same. */
        QUESTION,
        /** A decision waits for a second person. */
        COUNTERSIGNING,
        /** All that was decided stands, and nothing of it waits to be handed out. */
        ANSWERED,
        APPEALED,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Request {
        said = List.copyOf(said);
        decisions = List.copyOf(decisions);
        letters = List.copyOf(letters);
        copies = List.copyOf(copies);
        appeals = List.copyOf(appeals);
    }

    /** The request that these acts tell of; empty if the first of them is not that it was received. */
    public static Optional<Request> of(List<IndexedAct> acts) {
        if (acts.isEmpty() || !(acts.getFirst().act() instanceof RequestAct.Requested asked)) {
            return Optional.empty();
        }
        Fold fold = new Fold(asked);
        acts.forEach(fold::take);
        return Optional.of(fold.request());
    }

    public State state() {
        if (appeals.stream().anyMatch(appeal -> appeal.outcome().isEmpty())) {
            return State.APPEALED;
        }
        if (closing.isPresent()) {
            return State.CLOSED;
        }
        if (decisions.stream().anyMatch(Decision::waits)) {
            return State.COUNTERSIGNING;
        }
        if (isDecisionWanted()) {
            return State.DECISION_WANTED;
        }
        if (isAsking()) {
            return State.QUESTION;
        }
        if (!decisions.isEmpty() && decisions.stream().allMatch(Decision::stands) && due().isEmpty()) {
            return State.ANSWERED;
        }
        return person.isPresent() || !decisions.isEmpty() ? State.IN_HAND : State.RECEIVED;
    }

    /**
     * Whether who asked wants a decision of the authority and has none: an employee's no is none (OSL 6 kap. 3 §).
     * Until then the request is not answered.
     */
    public boolean isDecisionWanted() {
        long wanted = said.stream()
                .filter(each -> each.requester() && each.kind().equals("decision-wanted"))
                .mapToLong(Said::act)
                .max()
                .orElse(Long.MAX_VALUE);
        return wanted < Long.MAX_VALUE
                && !isAppealable()
                && decisions.stream().noneMatch(each -> each.stands() && each.countsSince() > wanted);
    }

    private boolean isAsking() {
        boolean asking = false;
        for (Said each : said) {
            asking = !each.requester() && (asking || each.kind().equals("question"));
        }
        return asking;
    }

    public boolean isOpen() {
        return closing.isEmpty();
    }

    /** Whether nothing of it, and nothing it asks for, may be disposed of: it is open, or an appeal is. */
    public boolean holds() {
        State state = state();
        return state != State.CLOSED;
    }

    /** The latest decision about a record. */
    public Optional<Decision> decision(String of) {
        return decisions.stream().filter(each -> each.of().equals(of)).findFirst();
    }

    /** Decisions that give something and have not been carried out. */
    public List<Decision> due() {
        return decisions.stream()
                .filter(each -> each.stands() && each.outcome().gives())
                .filter(each -> copies.stream().noneMatch(copy -> copy.decision() == each.act()))
                .toList();
    }

    /** Whether something of it is a no that stands: the requester gets a decision that can be appealed. */
    public boolean isAppealable() {
        return decisions.stream()
                .anyMatch(each -> each.stands() && each.outcome().isNo());
    }

    /** Takes in one act after the other. */
    private static final class Fold {
        private final RequestAct.Requested asked;
        private Optional<String> person = Optional.empty();
        private final List<Said> said = new ArrayList<>();
        private final Map<String, Decision> decisions = new LinkedHashMap<>();
        private final List<Letter> letters = new ArrayList<>();
        private final List<Copy> copies = new ArrayList<>();
        private Optional<Quote> quote = Optional.empty();
        private Optional<Closing> closing = Optional.empty();
        private final List<Appeal> appeals = new ArrayList<>();
        private boolean forgotten;

        Fold(RequestAct.Requested asked) {
            this.asked = asked;
        }

        void take(IndexedAct entry) {
            long act = entry.index();
            switch (entry.act()) {
                case RequestAct.Assigned a -> person = Optional.of(a.person()).filter(name -> !name.isBlank());
                case RequestAct.Talked a ->
                    said.add(new Said(
                            act, a.at(), a.actor().text(), a.requester(), a.sent(), a.kind(), a.provision(), a.text()));
                case RequestAct.Decided a -> decisions.put(a.of(), Decision.of(act, a));
                case RequestAct.Countersigned a ->
                    decisions.replaceAll((_, d) -> d.act() == a.decision() && d.waits() ? d.signed(entry, a) : d);
                case RequestAct.LetterMade a -> letters.add(new Letter(act, a.at(), a.letter(), a.kind()));
                case RequestAct.Released a ->
                    copies.add(new Copy(
                            act, a.at(), a.of(), a.copy(), a.decision(), Decision.words(a.files()), a.until(), false));
                case RequestAct.FeeQuoted a ->
                    quote = Optional.of(new Quote(act, a.ore(), a.words(), Optional.empty()));
                case RequestAct.FeeSettled a ->
                    quote = quote.map(q -> new Quote(q.act(), q.ore(), q.words(), Optional.of(a.how())));
                case RequestAct.RequestClosed a -> closing = Optional.of(new Closing(act, a.at(), a.how(), a.reason()));
                case RequestAct.RequesterForgotten _ -> forgotten = true;
                case RequestAct.Appealed a ->
                    appeals.add(new Appeal(act, a.received(), a.inTime(), Optional.empty(), Optional.empty()));
                case RequestAct.AppealHandled a ->
                    appeals.replaceAll(each -> each.act() == a.appeal()
                            ? new Appeal(
                                    each.act(),
                                    each.received(),
                                    each.inTime(),
                                    Optional.of(a.outcome()),
                                    Optional.of(a.at()))
                            : each);
                case RequestAct.LeakStopped a ->
                    copies.replaceAll(copy -> copy.act() == a.release()
                            ? new Copy(
                                    copy.act(),
                                    copy.at(),
                                    copy.of(),
                                    copy.copy(),
                                    copy.decision(),
                                    copy.files(),
                                    copy.until(),
                                    true)
                            : copy);
                default -> {}
            }
        }

        Request request() {
            return new Request(
                    asked.record(),
                    asked,
                    person,
                    said,
                    List.copyOf(decisions.values()),
                    letters,
                    copies,
                    quote,
                    closing,
                    appeals,
                    forgotten);
        }
    }
}
