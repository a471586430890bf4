/**
 * Asking for records without a name, and following the answer with a code (TF 2 kap. 15–18 §§): what a form sent
 * becomes a letter that only the inside can read, and a code opens what the inside has laid out for it.
 *
 * <p>Read {@link se.sigill.open.ask.AskDesk} (a form, step by step, until it is sent) and
 * {@link se.sigill.open.ask.FollowDesk} (what lies there for a code, its files, a reply).
 * {@link se.sigill.open.ask.Letterbox} is the one thing here that writes: whole letters, each sealed before it is laid.
 *
 * <p>Knows no server and no page. Keeps nothing between two forms: everything that is chosen travels in the form. What
 * people write, which records they ask for, and codes are never logged, and no object here prints them.
 */
@NullMarked
package se.sigill.open.ask;

import org.jspecify.annotations.NullMarked;
