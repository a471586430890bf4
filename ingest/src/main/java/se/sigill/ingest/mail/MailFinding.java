package se.sigill.ingest.mail;

import static se.sigill.core.finding.Severity.ERROR;
import static se.sigill.core.finding.Severity.INFO;
import static se.sigill.core.finding.Severity.WARNING;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What can be said about a mailbox or the head of a mail. An error keeps the message apart for a person. */
public enum MailFinding implements FindingCode {
    NO_HEAD("MAIL-NO-HEAD", ERROR, "Look at the file: if it is a mail, deliver it with its head; else rename it."),
    HEAD_LONG("MAIL-HEAD-LONG", WARNING, "Look at the mail: its head is so long that only the first part was read."),
    FIELD_TWICE("MAIL-FIELD-TWICE", WARNING, "Look at the mail: the first of the doubled fields was believed."),
    DATE_WRONG("MAIL-DATE-WRONG", WARNING, "Give the record a date; that of the mail cannot be read."),
    NO_DATE("MAIL-NO-DATE", WARNING, "Give the record a date; the mail has none."),
    NO_SUBJECT("MAIL-NO-SUBJECT", INFO, "Give the record a title if the file name says too little."),
    NO_ID("MAIL-NO-ID", INFO, "Nothing: the mail is known by its bytes alone."),
    CHARSET_UNKNOWN("MAIL-CHARSET-UNKNOWN", WARNING, "Check the title: it was written in an unknown character set."),
    BOX_NO_START("MAIL-BOX-NO-START", ERROR, "Export the mailbox again: it does not begin as a mailbox does."),
    BOX_LARGE("MAIL-BOX-LARGE", ERROR, "Divide the mailbox: one delivery takes 500,000 messages."),
    MESSAGE_EMPTY("MAIL-MESSAGE-EMPTY", ERROR, "Look at the mailbox: one message of it has no bytes.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    MailFinding(String id, Severity severity, String remedy) {
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
