/**
 * The staff server: holds the archive while it runs and answers programs on this machine.
 *
 * <p>Begin with {@link se.sigill.staff.Routes}, which lists every resource and filter there is; nothing is found by
 * searching. {@code archive} opens and closes the archive with the server, {@code answer} is what can be asked.
 */
@NullMarked
package se.sigill.staff;

import org.jspecify.annotations.NullMarked;
