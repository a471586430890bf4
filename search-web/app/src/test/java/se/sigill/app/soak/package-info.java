/**
 * The long runs behind {@code ./sigill soak NAME}. {@link se.sigill.app.soak.Soak} begins and has the list of all;
 * each is a {@link se.sigill.app.soak.LongRun}. They are test code: nothing of them is in the program that is installed.
 * {@code ./sigill test} runs a short round of each.
 */
@NullMarked
package se.sigill.app.soak;

import org.jspecify.annotations.NullMarked;
