/**
 * The second opinion on the store: ocfl-java, written by others, reads and validates what {@code core.store} wrote.
 *
 * <p>{@link OcflOpinion} is all there is. Nothing in the commit path comes here: ocfl-java never calls fsync, and it
 * takes what is newest where we take what is committed. It is used by {@code sigill validate --as ocfl}, by {@code
 * doctor} and by tests. Read-only. Source: OCFL 1.1 and its validation codes (E…, W…).
 */
@NullMarked
package se.sigill.core.store.ocfl;

import org.jspecify.annotations.NullMarked;
