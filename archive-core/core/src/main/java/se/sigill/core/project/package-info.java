/**
 * Keeps what is computed from the log in step with it.
 *
 * <p>Read {@link se.sigill.core.project.Projection} first, then {@link se.sigill.core.project.Projector}. A
 * projection has a name and a cursor: the index of the first act it has not taken in. Data and cursor commit together
 * in the projection's own technology, so that after any stop the projector goes on from the cursor and nothing is
 * taken in twice or left out. To rebuild is to set the cursor to 0 and to pull again.
 *
 * <p>A projection that is ahead of the checkpoint was made from another log, or the log was rolled back: the projector
 * stops and says so. It never guesses.
 *
 * <p>One thread pulls. On disk there is nothing of this package.
 */
@NullMarked
package se.sigill.core.project;

import org.jspecify.annotations.NullMarked;
