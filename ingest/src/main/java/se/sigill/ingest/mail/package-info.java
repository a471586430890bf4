/**
 * Reads mailboxes and the heads of mails, bounded and as a stream; the full MIME parse happens in a format worker.
 *
 * <p>Read {@link Mailbox} first: it cuts an {@code .mbox} into messages without touching a byte, so that the box can be
 * rebuilt from its records ({@link MailboxMessage#envelope} and the message's bytes, in order). {@link MailHead} is
 * what the top of a message says: it proposes title, date, direction and counterparty, and a person may know better.
 *
 * <p>Every byte here is hostile: nothing throws on content, everything has a limit, and what could not be read
 * becomes a {@link MailFinding}. The package knows no spool, archive or delivery. Threads: everything is immutable
 * but a reader in use.
 *
 * <p>Sources: RFC 5322 (message), RFC 2047 and 2231 (words), RFC 6532 (UTF-8 in heads), RFC 4155 (mbox).
 */
@NullMarked
package se.sigill.ingest.mail;

import org.jspecify.annotations.NullMarked;
