package se.sigill.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One record as the index sees it. Texts may be empty, never absent; nothing here is trusted to be short.
 *
 * @param id the record's id; a later document with the same id replaces this one
 * @param title the title as people see it
 * @param diaryNumber as written, for example {@code KS 2026/123}; empty if none
 * @param date ISO 8601 date or date-time of the record; empty if none
 * @param year the year of {@code date}, 0 if unknown
 * @param type record type, for example {@code protokoll}
 * @param authority the authority or board that holds it
 * @param counterparty sender or recipient
 * @param caseNumber number of the case as written
 * @param caseTitle title of the case
 * @param classCode code in the classification scheme
 * @param formats names of the formats of its files, for example {@code PDF}
 * @param direction {@code in}, {@code out}, {@code internal} or empty
 * @param status words that say how the record stands, for example {@code unsealed}
 * @param pages its text, in reading order
 * @param readers labels that open it; a document without labels is visible to nobody
 * @param quoted whether an answer may show a passage of its text; of one that is not quoted it shows the title alone
 */
public record IndexDocument(
        String id,
        String title,
        String diaryNumber,
        String date,
        int year,
        String type,
        String authority,
        String counterparty,
        String caseNumber,
        String caseTitle,
        String classCode,
        List<String> formats,
        String direction,
        List<String> status,
        List<Page> pages,
        Set<String> readers,
        boolean quoted) {

    public IndexDocument {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a document needs an id");
        }
        formats = List.copyOf(formats);
        status = List.copyOf(status);
        pages = List.copyOf(pages);
        readers = Set.copyOf(readers);
    }

    /** The labels in a fixed order, so that the same document is always indexed as the same bytes. */
    public List<String> sortedReaders() {
        return List.copyOf(new TreeSet<>(readers));
    }

    /** A document with an id, a title, one page of text and its labels; everything else is empty. */
    public static IndexDocument of(String id, String title, String text, Set<String> readers) {
        return new IndexDocument(
                id,
                title,
                "",
                "",
                0,
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "",
                List.of(),
                List.of(new Page("", "", 0, text)),
                readers,
                true);
    }

    /**
     * A run of text whose place is known.
     *
     * @param part path of the part in its record: a file's path, or a part of a message such as {@code 1.2}; empty if
     *     the record has one part
     * @param partName the name people know it by, for example the file name of an attachment
     * @param number page number counted from 1, or 0 where the format has no pages
     * @param text the text, lines separated by line feeds
     */
    public record Page(String part, String partName, int number, String text) {
        public Page {
            if (number < 0) {
                throw new IllegalArgumentException("a page number is 0 or more");
            }
        }
    }
}
