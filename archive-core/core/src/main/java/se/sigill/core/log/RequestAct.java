package se.sigill.core.log;

import java.time.Instant;
import se.sigill.core.record.RecordId;

/**
 * What happened to a request for records (begäran om utlämnande, TF 2 kap. 15-17 §§). Its record is the request's own:
 * the request as it was received. Nothing here says who asks; that lies in the contact envelope, an object of its own.
 *
 * <p>Like every act of a record these go when the request's record is disposed of.
 */
public sealed interface RequestAct extends Act.OfRecord {
    /** The channel of what was asked at the open site: its copies lie in a box there. */
    String WEB = "web";

    /**
     * A request was received and registered.
     *
     * @param authority that is asked
     * @param track {@code official-document}, or one of the tracks beside it: {@code party}, {@code authority},
     *     {@code information}, {@code compilation}
     * @param channel how it came: {@code web}, {@code phone}, {@code desk}, {@code mail} or {@code letter}
     * @param arrived when it came in; the time of waiting counts from here, whenever it was registered
     * @param language of the answers, {@code sv} or {@code en}
     * @param form how the copies are wanted: {@code download}, {@code e-mail}, {@code paper} or {@code on-site}
     * @param asked ids of the records that were named, with blanks between them
     * @param envelope record id of the contact envelope; empty if there is none
     */
    record Requested(
            Instant at,
            Actor actor,
            RecordId record,
            String authority,
            String track,
            String channel,
            Instant arrived,
            String language,
            String form,
            String asked,
            String envelope)
            implements RequestAct {}

    /** Somebody answers for it from now on. @param person an account */
    record Assigned(Instant at, Actor actor, RecordId record, String person) implements RequestAct {}

    /**
     * Something was said between the authority and the requester.
     *
     * @param requester said by the requester; else by the authority
     * @param sent when a requester wrote it, as the outside saw it: the same words of the same time are one letter
     * @param kind {@code question}, {@code answer}, {@code notice}, {@code delay}, {@code informal-no} (an
     *     employee's no, which is no decision), {@code decision-wanted}, {@code reservation-accepted} or
     *     {@code withdrawal}
     * @param provision which makes a question about person or purpose necessary (TF 2 kap. 18 §); else empty
     */
    record Talked(
            Instant at,
            Actor actor,
            RecordId record,
            boolean requester,
            Instant sent,
            String kind,
            String provision,
            String text)
            implements RequestAct {}

    /**
     * A person decided about one record, or that there is none to decide about.
     *
     * @param of id of the record decided about; empty for {@code not-held}, {@code not-official} and
     *     {@code forwarded}
     * @param outcome {@code whole}, {@code part}, {@code with-reservation}, {@code refused}, {@code not-held},
     *     {@code not-official} or {@code forwarded}
     * @param withheld what is left out of a part, as targets with blanks between them: {@code part:0.1 page:3}
     * @param provision of a refusal, whole or in part
     * @param reason why the harm test is met, or where it was looked for; without what is secret
     * @param notLess why neither a part nor a reservation is enough (TF 2 kap. 15 §, OSL 10 kap. 14 §)
     * @param delegation by which the person may decide; empty where none is needed
     * @param second whether it counts only when a second person agrees
     * @param alone why it was decided alone where a second person is the rule; empty otherwise
     */
    record Decided(
            Instant at,
            Actor actor,
            RecordId record,
            String of,
            String outcome,
            String withheld,
            String provision,
            String reason,
            String notLess,
            String delegation,
            boolean second,
            String alone)
            implements RequestAct {}

    /**
     * The conditions of a reservation (förbehåll, OSL 10 kap. 14 §). It is the next act after the decision about the
     * same record, in the same commit.
     *
     * @param of as in the decision
     * @param conditions what whoever gets the copies may not do with them, as they read it
     */
    record Reserved(Instant at, Actor actor, RecordId record, String of, String conditions) implements RequestAct {}

    /** Who asked agreed to a reservation, as it stood then. @param decision log index of the {@link Decided} act */
    record ReservationAccepted(Instant at, Actor actor, RecordId record, long decision) implements RequestAct {}

    /**
     * To which authority the request was sent on (TF 2 kap. 17 §). It is the next act after the decision, in the same
     * commit.
     *
     * @param reached how to reach that authority, as who asked was told
     */
    record SentOn(Instant at, Actor actor, RecordId record, String authority, String reached) implements RequestAct {}

    /** A second person looked at a decision. @param decision log index of the {@link Decided} act */
    record Countersigned(Instant at, Actor actor, RecordId record, long decision, boolean agrees, String reason)
            implements RequestAct {}

    /**
     * A letter was made and registered: the decision that can be appealed, a receipt, a notice of a fee.
     *
     * @param letter id of its record
     * @param kind {@code decision}, or {@code dismissal} of an appeal
     */
    record LetterMade(Instant at, Actor actor, RecordId record, String letter, String kind) implements RequestAct {}

    /**
     * Copies were handed out.
     *
     * @param of id of the record they are copies of
     * @param copy id of the record that holds the bytes: the same, or one made for this request
     * @param decision log index of the {@link Decided} act they follow from
     * @param files SHA-256 of each, with blanks between them
     * @param until last day on which they can be fetched; empty if they were handed over in another way
     */
    record Released(
            Instant at, Actor actor, RecordId record, String of, String copy, long decision, String files, String until)
            implements RequestAct {}

    /**
     * What copies cost was told, before they were made (TF 2 kap. 16 §).
     *
     * @param ore the amount
     * @param words how it was computed, as the requester reads it
     * @param decisions log indexes of the {@link Decided} acts whose copies it is for, with blanks between them
     */
    record FeeQuoted(Instant at, Actor actor, RecordId record, long ore, String words, String decisions)
            implements RequestAct {}

    /**
     * What became of a fee.
     *
     * @param quote log index of the {@link FeeQuoted} act
     * @param how {@code accepted}, {@code paid} or {@code waived}
     * @param reason why it was waived, or under which number it was paid; never who paid
     */
    record FeeSettled(Instant at, Actor actor, RecordId record, long quote, String how, String reason)
            implements RequestAct {}

    /** @param how {@code answered}, {@code withdrawn} or {@code dismissed} */
    record RequestClosed(Instant at, Actor actor, RecordId record, String how, String reason) implements RequestAct {}

    /** Who asked was forgotten: the key of the envelope is gone, and with it whatever lay outside. By rule. */
    record RequesterForgotten(Instant at, Actor actor, RecordId record, String why) implements RequestAct {}

    /**
     * The decision was appealed (OSL 6 kap. 7 §). The clock of closing does not run while this is open.
     *
     * @param received when it came in to the authority
     * @param channel {@code web}, {@code mail}, {@code desk}, {@code letter} or {@code letter-box} (FL 22 §)
     * @param document id of the record that is the appeal: it has a name in it, and can go alone
     * @param informed the day on which who appeals was informed of the decision; empty if nobody knows
     * @param excuse why it is tried though it came late, {@code instructions-wrong} or {@code court-in-time}; else
     *     empty
     * @param inTime whether within three weeks of that the decision was known (FL 44 §), or no time had begun to run
     */
    record Appealed(
            Instant at,
            Actor actor,
            RecordId record,
            Instant received,
            String channel,
            String document,
            String informed,
            String excuse,
            boolean inTime)
            implements RequestAct {}

    /**
     * The files for the court were put together and taken out, with what is secret in them.
     *
     * @param appeal log index of the {@link Appealed} act
     * @param sha256 of the package
     * @param records ids of the records whose content is in it, with blanks between them
     */
    record AppealPackaged(Instant at, Actor actor, RecordId record, long appeal, String sha256, String records)
            implements RequestAct {}

    /**
     * @param appeal log index of the {@link Appealed} act
     * @param outcome {@code changed}, {@code forwarded} or {@code too-late}
     */
    record AppealHandled(Instant at, Actor actor, RecordId record, long appeal, String outcome, String reason)
            implements RequestAct {}

    /**
     * The court has spoken about an appeal that was forwarded to it, and its word can no longer be changed.
     *
     * @param appeal log index of the {@link Appealed} act
     * @param outcome {@code upheld} (avslag), {@code granted} (bifall), {@code returned} (återförvisning) or
     *     {@code struck-out} (avskrivning, avvisning)
     * @param reason the number and day of the judgment, and what follows from it
     */
    record CourtDecided(Instant at, Actor actor, RecordId record, long appeal, String outcome, String reason)
            implements RequestAct {}

    /**
     * A copy that should not have been handed out was taken back.
     *
     * @param release log index of the {@link Released} act
     * @param fetched how often it was fetched while it could be
     */
    record LeakStopped(Instant at, Actor actor, RecordId record, long release, long fetched, String reason)
            implements RequestAct {}
}
