/**
 * Places where a test may end the process as a power cut would: {@link Failpoint}. In daily work they cost one
 * comparison and do nothing.
 */
@NullMarked
package se.sigill.core.failpoint;

import org.jspecify.annotations.NullMarked;
