/** Argon2 as Bouncy Castle computes it. */
@NullMarked
package se.sigill.app.people.bouncy;

import org.jspecify.annotations.NullMarked;
