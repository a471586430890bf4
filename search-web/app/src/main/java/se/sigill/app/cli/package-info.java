/**
 * The command line: one class per command, text for people by default, one JSON object a line with {@code --json}.
 *
 * <p>Begin with {@link Sigill}, which lists every command and turns failures into exit codes. A command parses its
 * words, asks the {@code wiring} for an open archive or engines, and prints; it decides nothing. Lines, keys and exit
 * codes: {@code docs/reference/cli.md}.
 */
@NullMarked
package se.sigill.app.cli;

import org.jspecify.annotations.NullMarked;
