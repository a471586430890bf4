package se.sigill.ingest.spool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.store.Digests;
import se.sigill.ingest.delivery.ItemDescription;

/**
 * One item of a received delivery.
 *
 * @param number in the delivery, from 1; names its file
 * @param path its name in the delivery; a message of a mailbox is {@code path#n}
 * @param file where its bytes lie below the delivery's folder; empty if there are none
 * @param isMail whether the bytes are one mail
 * @param envelope From_ line of a message that lay in a mailbox, else empty
 * @param externalId what the act {@code Sealed} will carry: the source system's id; for a mail its Message-ID and
 *     digest; else a digest of the item and its path
 * @param known the record or delivery that has this item already, which may be its own delivery; empty unless
 *     {@link Status#KNOWN}
 * @param remarks what is wrong or odd with it
 */
public record SpoolItem(
        int number,
        String path,
        Status status,
        String file,
        boolean isMail,
        String envelope,
        Digests digests,
        String externalId,
        String known,
        ItemDescription description,
        List<Remark> remarks) {

    /** What became of an item when it was received. */
    public enum Status {
        /** Sound; the pipeline commits it. */
        WAITING,
        /** A person must decide. */
        QUARANTINED,
        /** Received before, or twice in one delivery; its bytes are not kept twice. */
        KNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Digests of no bytes: for an item that has none. */
    static final Digests NO_BYTES = Digests.of(new byte[0]);

    public SpoolItem {
        remarks = List.copyOf(remarks);
    }

    /**
     * The name for a person and for the format's extension: the last part of the path, {@code .eml} for a message.
     */
    public String name() {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return envelope.isEmpty() ? last : last + ".eml";
    }

    Optional<Remark> firstError() {
        return remarks.stream().filter(Remark::isError).findFirst();
    }

    SpoolItem known(String by, Remark remark) {
        return with(Status.KNOWN, "", by, remark);
    }

    SpoolItem quarantined(String otherFile, Remark remark) {
        return with(Status.QUARANTINED, otherFile, "", remark);
    }

    private SpoolItem with(Status other, String otherFile, String by, Remark remark) {
        List<Remark> more = Stream.concat(remarks.stream(), Stream.of(remark)).toList();
        return new SpoolItem(
                number, path, other, otherFile, isMail, envelope, digests, externalId, by, description, more);
    }
}
