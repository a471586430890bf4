/** Answers in their two forms: a page for people, a problem (RFC 9457) for programs. */
@NullMarked
package se.sigill.staff.reply;

import org.jspecify.annotations.NullMarked;
