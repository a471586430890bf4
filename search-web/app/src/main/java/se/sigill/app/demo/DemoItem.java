package se.sigill.app.demo;

import java.time.LocalDate;

/**
 * What the demonstration says of one file it delivers; the columns of {@code leverans.csv} and what is to be expected.
 *
 * @param delivery the name of the delivery's folder
 * @param path the file's path inside that folder
 * @param restriction the provision it is marked with, empty if none
 * @param openness what the record must be once the sample information plan and catalogue are adopted
 */
public record DemoItem(
        String delivery,
        String path,
        String title,
        String dnr,
        LocalDate date,
        String direction,
        String recordType,
        String authority,
        String counterparty,
        String caseTitle,
        String classCode,
        String restriction,
        boolean publish,
        Expected openness) {

    /** This item in a delivery and at a path there. */
    DemoItem at(String otherDelivery, String otherPath) {
        return new DemoItem(
                otherDelivery,
                otherPath,
                title,
                dnr,
                date,
                direction,
                recordType,
                authority,
                counterparty,
                caseTitle,
                classCode,
                restriction,
                publish,
                openness);
    }

    /** This item marked with a provision, empty for none, and what it must be because of that. */
    DemoItem marked(String provision, Expected expected) {
        return new DemoItem(
                delivery,
                path,
                title,
                dnr,
                date,
                direction,
                recordType,
                authority,
                counterparty,
                caseTitle,
                classCode,
                provision,
                publish,
                expected);
    }

    /** A file at a path of a delivery that has no table. */
    static DemoItem untold(String delivery, String path, String title, LocalDate date) {
        return new DemoItem(delivery, path, title, "", date, "", "", "", "", "", "", "", false, Expected.UNDECIDED);
    }

    /** The three answers. A file that is delivered without a table is always undecided. */
    public enum Expected {
        OPEN,
        RESTRICTED,
        UNDECIDED
    }
}
