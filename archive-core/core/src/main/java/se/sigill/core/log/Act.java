package se.sigill.core.log;

import java.time.Instant;
import java.time.LocalDate;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordId;

/**
 * What a person or a rule decided, or what happened to a record. Every act has a time (UTC, by the archive's clock), an
 * actor, and one subject: a record, or the archive as a whole.
 */
public sealed interface Act {
    Instant at();

    Actor actor();

    /** An act about one record; it goes when the record is disposed of, but for {@link Disposed} itself. */
    sealed interface OfRecord extends Act
            permits Sealed,
                    RenditionAdded,
                    Restricted,
                    RestrictionLifted,
                    Assessed,
                    Overridden,
                    GapOpened,
                    GapClosed,
                    HoldPlaced,
                    HoldLifted,
                    Disposed,
                    Viewed,
                    RequestAct,
                    IncidentAct {
        RecordId record();
    }

    /**
     * The first act of every archive.
     *
     * @param archive its name, the first part of the log's origin
     * @param logKey the log's verifier key (C2SP signed note)
     * @param sealFingerprint SHA-256 of the seal certificate, hexadecimal
     */
    record Founded(Instant at, Actor actor, String archive, String logKey, String sealFingerprint) implements Act {}

    /**
     * A record was taken in and its package sealed as version 1.
     *
     * @param inventory SHA-512 of the object's inventory of this version, hexadecimal: it pins every byte of the
     * version
     * @param item the path in the delivery ({@code path#n} for a message of a mailbox)
     * @param authority records creator; it decides which board may see the record while it is not open (OSL 8 kap.)
     */
    record Sealed(
            Instant at,
            Actor actor,
            RecordId record,
            int version,
            String inventory,
            String system,
            String externalId,
            String delivery,
            String item,
            String authority,
            String classCode)
            implements OfRecord {}

    /**
     * Renditions were added as a further version of the record.
     *
     * @param role of each of them
     * @param puid of each of them
     * @param part the parts they were made from, by path, with blanks between them, {@link #WHOLE} for the file itself;
     *     empty if there is one rendition and it was made from the file itself
     */
    record RenditionAdded(
            Instant at,
            Actor actor,
            RecordId record,
            int version,
            String inventory,
            FileRole role,
            String puid,
            String part)
            implements OfRecord {
        /** The file itself among its parts. */
        public static final String WHOLE = "0";
    }

    /**
     * A restriction (sekretessmarkering, OSL 5 kap. 5 §): a warning that a provision may apply, never an answer.
     *
     * @param target {@code record}, {@code part:PATH}, {@code page:N}, {@code page:N:x,y,w,h} or {@code time:FROM-TO}
     * @param category {@code security}, {@code secrecy} or {@code integrity}
     * @param provision id in the adopted catalogue, for example {@code OSL 26:1}
     * @param authority that made the marking
     * @param clockStart the day from which the secrecy period counts
     * @param existenceSecret even that the record exists is secret
     */
    record Restricted(
            Instant at,
            Actor actor,
            RecordId record,
            String target,
            String category,
            String provision,
            String reason,
            String authority,
            LocalDate markedOn,
            LocalDate clockStart,
            boolean existenceSecret)
            implements OfRecord {}

    /** @param restriction log index of the {@link Restricted} act */
    record RestrictionLifted(Instant at, Actor actor, RecordId record, long restriction, String reason)
            implements OfRecord {}

    /**
     * A person assessed the record.
     *
     * @param open true: open by decision; false: an earlier assessment no longer counts
     * @param publishable the record may also be put on the web
     */
    record Assessed(Instant at, Actor actor, RecordId record, boolean open, boolean publishable, String reason)
            implements OfRecord {}

    /**
     * A secrecy-overriding rule was applied (OSL 10, 12 kap., consent, award); never inherited.
     *
     * @param audience for whom: an authority, a party; never everyone
     */
    record Overridden(
            Instant at, Actor actor, RecordId record, String provision, String audience, String reason, LocalDate until)
            implements OfRecord {}

    /**
     * Reference data came into force: a plan, a provision catalogue, a format policy, a role, a delegation.
     *
     * @param kind {@code plan}, {@code provisions}, {@code format-policy} …; the latest of a kind and name counts
     * @param document the document itself, as text
     * @param sha256 of the document's bytes as adopted, hexadecimal
     */
    record Adopted(Instant at, Actor actor, String kind, String name, String version, String sha256, String document)
            implements Act {}

    /**
     * Something is missing that somebody must close or accept.
     *
     * @param code id of the finding that opened it
     * @param where the file or part concerned, empty if the whole record
     * @param waitsFor the engine whose appearance closes it, empty if none can
     */
    record GapOpened(
            Instant at, Actor actor, RecordId record, String code, String where, String message, String waitsFor)
            implements OfRecord {}

    /**
     * @param gap log index of the {@link GapOpened} act
     * @param accepted true: stands as it is, with a reason; false: it was mended
     */
    record GapClosed(Instant at, Actor actor, RecordId record, long gap, boolean accepted, String reason)
            implements OfRecord {}

    /** A hold (gallringsspärr): the record may not be disposed of. */
    record HoldPlaced(Instant at, Actor actor, RecordId record, String reason) implements OfRecord {}

    /** @param hold log index of the {@link HoldPlaced} act */
    record HoldLifted(Instant at, Actor actor, RecordId record, long hold, String reason) implements OfRecord {}

    /**
     * The record was disposed of (gallrad). This act stays when the others about the record are erased.
     *
     * @param second the second person
     * @param authority the disposal authority (gallringsbeslut) it rests on
     */
    record Disposed(Instant at, Actor actor, Actor second, RecordId record, String authority, String reason)
            implements OfRecord {}

    /**
     * An item of a delivery that waited in quarantine was rejected; it became no record, and its bytes were put
     * aside. It is named by number and digest, not by its path: no disposal will ever erase this act.
     *
     * @param item number in the delivery, from 1
     * @param sha256 of its bytes, hexadecimal
     */
    record Rejected(Instant at, Actor actor, String delivery, int item, String sha256, String reason) implements Act {}

    /** A round of checking ended. @param round its id; @param faults how many findings of severity error */
    record Audited(Instant at, Actor actor, String round, long objects, long files, long bytes, long faults)
            implements Act {}

    /** Restricted content was shown to staff; committed before the bytes leave. */
    record Viewed(Instant at, Actor actor, RecordId record, String file, String purpose) implements OfRecord {}

    /**
     * A key was replaced.
     *
     * @param key {@code log}, {@code seal}, {@code tsa}, {@code bundle} or {@code inbox}
     * @param compromisedSince ISO 8601 instant from which signatures by the old key are not to be believed; empty if
     *     the rotation was a planned one
     */
    record KeyRotated(
            Instant at, Actor actor, String key, String oldKey, String newKey, String reason, String compromisedSince)
            implements Act {}

    /**
     * The archive goes on after a restore: the first act of a new epoch.
     *
     * @param from the checkpoint the restored copy ended with, as text
     * @param lostFrom first log index known to be lost; equal to {@code lostTo} if nothing is
     * @param lostTo the index after the last one known to be lost
     */
    record Restored(Instant at, Actor actor, String from, long lostFrom, long lostTo, String reason) implements Act {}

    /** An archivist answered for what a restore lost; automatic releases may go on. */
    record RestoreAccepted(Instant at, Actor actor, long restored, String reason) implements Act {}
}
