/**
 * Withdrawing while the public reads: both servers run, clients ask without a pause, records are restricted one after
 * another, and processes are killed.
 */
@NullMarked
package se.sigill.app.withdrawal;

import org.jspecify.annotations.NullMarked;
