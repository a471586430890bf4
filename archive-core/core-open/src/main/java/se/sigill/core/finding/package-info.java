/**
 * What Sigill says about content: findings are data, with a stable code, a severity, a place and a remedy.
 *
 * <p>Read {@link Finding} first. A capability lists its codes in an enum that implements {@link FindingCode}; the id of
 * a code is never reused and each code has a row in {@code docs/reference/findings.md} (a test compares them).
 *
 * <p>A finding never carries personal data, text of a record or a file name that a reader has no right to: it is
 * shown on every output channel.
 */
@NullMarked
package se.sigill.core.finding;

import org.jspecify.annotations.NullMarked;
