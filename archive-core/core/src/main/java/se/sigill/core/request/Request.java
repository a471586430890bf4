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
 * @param givenBack log index of the court's newest word by which it is to be answered again; -1 if there is none
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
        List<Quote> quotes,
        Optional<Closing> closing,
        List<Appeal> appeals,
        long givenBack,
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
    public record Letter(long act, Instant at, String record, String kind) {
        /** What was decided of each record, and why. */
        public static final String DECISION = "decision";

        /** That an appeal is dismissed, since it came too late. */
        public static final String DISMISSAL = "dismissal";
    }

    /**
     * Copies of one record that were handed out.
     *
     * @param copy id of the record that holds the bytes
     * @param until last day on which they can be fetched; empty if they were handed over
     * @param stoppedAt when they were taken back; empty if they were not
     */
    public record Copy(
            long act,
            Instant at,
            String of,
            String copy,
            long decision,
            List<String> files,
            String until,
            Optional<Instant> stoppedAt) {
        public Copy {
            files = List.copyOf(files);
        }

        static Copy of(long act, RequestAct.Released a) {
            return new Copy(
                    act,
                    a.at(),
                    a.of(),
                    a.copy(),
                    a.decision(),
                    Decision.words(a.files()),
                    a.until(),
                    Optional.empty());
        }

        Copy stopped(RequestAct.LeakStopped a) {
            return new Copy(act, at, of, copy, decision, files, until, Optional.of(a.at()));
        }

        /** Whether they were taken back. */
        public boolean stopped() {
            return stoppedAt.isPresent();
        }
    }

    public record Closing(long act, Instant at, String how, String reason) {}

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
        quotes = List.copyOf(quotes);
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
        if (hasOpenAppeal()) {
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
        if (isDecided() && due().isEmpty()) {
            return State.ANSWERED;
        }
        return person.isPresent() || !decisions.isEmpty() ? State.IN_HAND : State.RECEIVED;
    }

    /** Whether all stands that was decided, and something was since a court gave it back. */
    private boolean isDecided() {
        return decisions.stream().anyMatch(each -> each.act() > givenBack)
                && decisions.stream().allMatch(Decision::stands);
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

    /** Whether nobody has had the last word about an appeal yet. */
    public boolean hasOpenAppeal() {
        return appeals.stream().anyMatch(Appeal::isOpen);
    }

    /**
     * Whether it can be decided about: it is open, or an appeal makes the authority look at it again, which it may
     * until the court has it (FL 39 §).
     */
    public boolean isDecidable() {
        return isOpen() || appeals.stream().anyMatch(Appeal::waits);
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

    /**
     * Of {@link #due} those whose copies wait for their fee: the latest quote for each counts.
     *
     * @param paidFirst whether a yes of the requester is not enough
     */
    public List<Decision> waitingForFee(boolean paidFirst) {
        return due().stream()
                .filter(each -> quoteFor(each.act())
                        .filter(quote -> quote.holdsCopies(paidFirst))
                        .isPresent())
                .toList();
    }

    private Optional<Quote> quoteFor(long decision) {
        return quotes.stream()
                .filter(each -> each.decisions().contains(decision))
                .reduce((_, last) -> last);
    }

    /** What was quoted last; empty if nothing was. */
    public Optional<Quote> quote() {
        return quotes.isEmpty() ? Optional.empty() : Optional.of(quotes.getLast());
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
        private final List<Quote> quotes = new ArrayList<>();
        private Optional<Closing> closing = Optional.empty();
        private final List<Appeal> appeals = new ArrayList<>();
        private long givenBack = -1;
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
                case RequestAct.Released a -> copies.add(Copy.of(act, a));
                case RequestAct.FeeQuoted a -> quotes.add(Quote.of(act, a));
                case RequestAct.FeeSettled a -> quotes.replaceAll(q -> q.act() == a.quote() ? q.settled(a) : q);
                case RequestAct.RequestClosed a -> closing = Optional.of(new Closing(act, a.at(), a.how(), a.reason()));
                case RequestAct.RequesterForgotten _ -> forgotten = true;
                case RequestAct.Appealed a -> appeals.add(Appeal.of(act, a));
                case RequestAct.AppealPackaged a ->
                    appeals.replaceAll(each -> each.act() == a.appeal() ? each.packed(act, a) : each);
                case RequestAct.AppealHandled a ->
                    appeals.replaceAll(each -> each.act() == a.appeal() ? each.handled(act, a) : each);
                case RequestAct.CourtDecided a -> {
                    appeals.replaceAll(each -> each.act() == a.appeal() ? each.decided(act, a) : each);
                    if (Appeal.givesBack(a.outcome())) {
                        // What the court gave back is to be answered again.
                        closing = Optional.empty();
                        givenBack = act;
                    }
                }
                case RequestAct.LeakStopped a ->
                    copies.replaceAll(copy -> copy.act() == a.release() ? copy.stopped(a) : copy);
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
                    quotes,
                    closing,
                    appeals,
                    givenBack,
                    forgotten);
        }
    }
}
