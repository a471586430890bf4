/** The soak of requests: many ask, many answer, servers come and go. */
@NullMarked
package se.sigill.app.requests;

import org.jspecify.annotations.NullMarked;
