/**
 * Mail with mime4j: headers, bodies and attachments by their place in the MIME tree.
 *
 * <p>Read {@link se.sigill.engines.mail.MimeWalk} (the tree as it streams by), then
 * {@link se.sigill.engines.mail.MailReader} (text and facts). Part {@code "0"} is the message with its header; a
 * single body is {@code "1"}, the members of a multipart {@code "1"}, {@code "2"}, deeper ones {@code "2.1"}: IMAP's
 * numbers (RFC 9051 §6.4.5). Lenient: mail of thirty years keeps few rules.
 */
@NullMarked
package se.sigill.engines.mail;

import org.jspecify.annotations.NullMarked;
