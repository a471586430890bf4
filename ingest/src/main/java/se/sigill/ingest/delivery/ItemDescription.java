package se.sigill.ingest.delivery;

import se.sigill.core.record.Direction;

/**
 * What a delivery says of one item, checked and in one form. Texts that nobody gave are empty.
 *
 * @param title never empty: the file name where nobody wrote one
 * @param date ISO 8601 date, or empty
 * @param externalId the id the source system gave, or empty
 * @param checksum lower-case hexadecimal of 64 (SHA-256) or 128 (SHA-512) digits, or empty
 */
public record ItemDescription(
        String title,
        String diaryNumber,
        String date,
        Direction direction,
        String recordType,
        String authority,
        String counterparty,
        String caseNumber,
        String classCode,
        String externalId,
        String checksum,
        Openness openness) {

    /**
     * What the columns of secrecy say; it becomes acts when the item is committed.
     *
     * @param provision of a restriction, in the catalogue's form {@code OSL 26:1}; empty for none
     * @param category {@code security}, {@code secrecy} or {@code integrity}; empty for none
     * @param reason in the clerk's words
     * @param open a person assessed it as open; silence never opens
     * @param publish it may be put on the web when it is open
     */
    public record Openness(String provision, String category, String reason, boolean open, boolean publish) {
        public static final Openness UNSAID = new Openness("", "", "", false, false);
    }

    public ItemDescription {
        if (title.isBlank()) {
            throw new IllegalArgumentException("an item has a title");
        }
    }

    /** An item of which only its name is known. */
    public static ItemDescription named(String title) {
        return new ItemDescription(title, "", "", Direction.UNKNOWN, "", "", "", "", "", "", "", Openness.UNSAID);
    }

    /** The same, with what a mail's own header says where the table said nothing. */
    public ItemDescription orElse(String mailTitle, String mailDate, Direction mailDirection, String mailCounterparty) {
        return new ItemDescription(
                mailTitle.isEmpty() ? title : mailTitle,
                diaryNumber,
                date.isEmpty() ? mailDate : date,
                direction == Direction.UNKNOWN ? mailDirection : direction,
                recordType,
                authority,
                counterparty.isEmpty() ? mailCounterparty : counterparty,
                caseNumber,
                classCode,
                externalId,
                checksum,
                openness);
    }

    /** The same, of this authority where the delivery names none. */
    ItemDescription ofAuthority(String other) {
        return new ItemDescription(
                title,
                diaryNumber,
                date,
                direction,
                recordType,
                authority.isBlank() ? other : authority,
                counterparty,
                caseNumber,
                classCode,
                externalId,
                checksum,
                openness);
    }

    /** What a row about a mailbox says of each message: not its id, date or checksum, which are the box's own. */
    ItemDescription forMessage() {
        return new ItemDescription(
                title,
                diaryNumber,
                "",
                direction,
                recordType,
                authority,
                counterparty,
                caseNumber,
                classCode,
                "",
                "",
                openness);
    }
}
