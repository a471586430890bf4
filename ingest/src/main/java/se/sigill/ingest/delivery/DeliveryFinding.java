package se.sigill.ingest.delivery;

import static se.sigill.core.finding.Severity.ERROR;
import static se.sigill.core.finding.Severity.INFO;
import static se.sigill.core.finding.Severity.WARNING;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/**
 * What can be said about a delivery. An error on an item sends that item to quarantine; an error on the delivery sends
 * all of it there. The order follows the way of a delivery: the whole, its zip, its names, its table, its fields, its
 * bytes.
 */
public enum DeliveryFinding implements FindingCode {
    NOT_FOUND("DELIVERY-NOT-FOUND", ERROR, "Give the path of a folder, a zip, an .eml, an .mbox or another file."),
    EMPTY("DELIVERY-EMPTY", ERROR, "Put at least one file into the delivery and deliver again."),
    TOO_MANY_FILES("DELIVERY-TOO-MANY-FILES", ERROR, "Divide the delivery into several smaller ones."),
    TOO_DEEP("DELIVERY-TOO-DEEP", ERROR, "Move the files up: folders may be at most 64 deep."),
    FILE_UNREADABLE(
            "DELIVERY-FILE-UNREADABLE", ERROR, "Give the archive the right to read the file, deliver it again."),
    FILE_LINK("DELIVERY-FILE-LINK", ERROR, "Replace the symbolic link by the file it points to and deliver again."),
    FILE_SPECIAL("DELIVERY-FILE-SPECIAL", ERROR, "Remove the device, pipe or socket: only files can be archived."),
    FILE_IGNORED("DELIVERY-FILE-IGNORED", INFO, "Nothing: an operating system leaves such files; they are no records."),

    ZIP_BROKEN("DELIVERY-ZIP-BROKEN", ERROR, "Make the zip again from the files and deliver the new one."),
    ZIP_BOMB("DELIVERY-ZIP-BOMB", ERROR, "Deliver the files in a folder; a zip may not swell this much."),
    ZIP_ENCRYPTED("DELIVERY-ZIP-ENCRYPTED", ERROR, "Make the zip without a password and deliver again."),
    ZIP_METHOD("DELIVERY-ZIP-METHOD", ERROR, "Make the zip with the ordinary compression (deflate)."),
    ZIP_OVERLAP("DELIVERY-ZIP-OVERLAP", ERROR, "Make the zip again from the files: two entries share the same bytes."),
    ZIP_NAME_TWICE("DELIVERY-ZIP-NAME-TWICE", ERROR, "Give each file of the zip a name of its own and deliver again."),
    ZIP_NESTED(
            "DELIVERY-ZIP-NESTED", INFO, "Nothing, if the inner zip is itself the record; else deliver it unpacked."),

    PATH_OUTSIDE(
            "DELIVERY-PATH-OUTSIDE", ERROR, "Write a path inside the delivery, without '..', drive or leading '/'."),
    NAME_STRANGE(
            "DELIVERY-NAME-STRANGE", WARNING, "Check the name; the record keeps it, the stored file gets a safe one."),
    NAMES_ALIKE(
            "DELIVERY-NAMES-ALIKE", WARNING, "Check that both files are meant: their names look the same to people."),

    CSV_UNREADABLE("DELIVERY-CSV-UNREADABLE", ERROR, "Save the table again as CSV (UTF-8) from the spreadsheet."),
    CSV_TOO_LARGE("DELIVERY-CSV-TOO-LARGE", ERROR, "Divide the delivery: the table may have 500,000 rows."),
    CSV_TWO("DELIVERY-CSV-TWO", ERROR, "Keep either leverans.csv or delivery.csv, not both."),
    CSV_ENCODING("DELIVERY-CSV-ENCODING", INFO, "Check å, ä and ö in the titles; save as UTF-8 next time."),
    HEAD_MISSING("DELIVERY-HEAD-MISSING", ERROR, "Give the first row a column named 'sökväg' or 'path'."),
    COLUMN_UNKNOWN("DELIVERY-COLUMN-UNKNOWN", WARNING, "Rename the column to one of those listed, or remove it."),
    COLUMN_TWICE("DELIVERY-COLUMN-TWICE", ERROR, "Keep one column of each kind."),
    ROW_WIDE("DELIVERY-ROW-WIDE", ERROR, "Put fields that contain the separator in quotation marks."),
    PATH_EMPTY("DELIVERY-PATH-EMPTY", ERROR, "Write the path of the file in the row, or remove the row."),
    FILE_MISSING("DELIVERY-FILE-MISSING", ERROR, "Add the file to the delivery or remove its row."),
    FILE_TWICE("DELIVERY-FILE-TWICE", ERROR, "Keep one row for each file."),
    FILE_UNLISTED("DELIVERY-FILE-UNLISTED", ERROR, "Add a row for the file to the table, or remove the file."),
    FILE_AMBIGUOUS(
            "DELIVERY-FILE-AMBIGUOUS", ERROR, "Write the path exactly as the file is named, upper and lower case."),

    TITLE_MISSING(
            "DELIVERY-TITLE-MISSING",
            WARNING,
            "Write a title; until then the file name stands as title, or the subject of a mail."),
    FIELD_LONG("DELIVERY-FIELD-LONG", ERROR, "Shorten the field to at most 4,000 characters."),
    FIELD_STRANGE("DELIVERY-FIELD-STRANGE", WARNING, "Check the field: control characters in it were made blanks."),
    DATE_WRONG("DELIVERY-DATE-WRONG", ERROR, "Write the date as year-month-day, for example 2026-03-14."),
    DATE_AMBIGUOUS(
            "DELIVERY-DATE-AMBIGUOUS", ERROR, "Write the date as year-month-day: day and month can be mixed up."),
    DATE_FUTURE("DELIVERY-DATE-FUTURE", WARNING, "Check the date: it lies in the future."),
    DIRECTION_WRONG("DELIVERY-DIRECTION-WRONG", ERROR, "Write inkommen, utgående or upprättad (in, out or internal)."),
    PUBLISH_WRONG("DELIVERY-PUBLISH-WRONG", ERROR, "Write ja or nej (yes or no)."),
    ASSESSMENT_WRONG("DELIVERY-ASSESSMENT-WRONG", ERROR, "Write öppen (open) or leave the field empty."),
    CATEGORY_WRONG("DELIVERY-CATEGORY-WRONG", ERROR, "Write sekretess, säkerhet or integritet."),
    PROVISION_UNKNOWN("DELIVERY-PROVISION-UNKNOWN", ERROR, "Write a provision of the catalogue, for example OSL 26:1."),
    PROVISION_NOT_VALID(
            "DELIVERY-PROVISION-NOT-VALID",
            ERROR,
            "Write the provision that is law today, or adopt a newer catalogue."),
    CLASS_UNKNOWN(
            "DELIVERY-CLASS-UNKNOWN", ERROR, "Write a class of the adopted information plan, or adopt a new plan."),
    CONTRADICTION("DELIVERY-CONTRADICTION", ERROR, "Decide: what is restricted cannot be open or published."),

    ID_TAKEN("DELIVERY-ID-TAKEN", ERROR, "Give the document an id of its own: another one has this id."),
    ITEM_TWICE(
            "DELIVERY-ITEM-TWICE", WARNING, "Check that one record is meant: what the first item says of it counts."),
    EMPTY_FILE("DELIVERY-EMPTY-FILE", ERROR, "Deliver the file again with its content, or leave it out."),
    CHECKSUM_FORM("DELIVERY-CHECKSUM-FORM", ERROR, "Write a SHA-256 or SHA-512 of hexadecimal digits."),
    CHECKSUM_DIFFERS(
            "DELIVERY-CHECKSUM-DIFFERS", ERROR, "Deliver the file again: its bytes are not those of the list."),
    FILE_CHANGED("DELIVERY-FILE-CHANGED", ERROR, "Deliver again when nobody writes to the file any more."),
    DISK_FULL(
            "DELIVERY-DISK-FULL",
            ERROR,
            "Make room on the disk of the archive and deliver again: nothing was received."),
    REDELIVERED("DELIVERY-REDELIVERED", INFO, "Nothing: the same delivery was received before."),
    HALF_RECEIVED("DELIVERY-HALF-RECEIVED", WARNING, "Deliver again: no receipt was given for what was half received."),
    TAKEN_IN_AGAIN(
            "DELIVERY-TAKEN-IN-AGAIN",
            WARNING,
            "Assess the record anew: restrictions and holds of the lost one hold here, what opened it does not.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    DeliveryFinding(String id, Severity severity, String remedy) {
        this.id = id;
        this.severity = severity;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
