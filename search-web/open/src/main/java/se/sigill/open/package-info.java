/**
 * The public site: what anyone may see, from {@code public/} in the home of the open zone and from nowhere else.
 *
 * <p>Begin with {@link se.sigill.open.Routes}, which lists every resource and filter there is; nothing is found by
 * searching. Pages are made in {@code page} and know no server; {@code answer} gives them to whoever asks.
 *
 * <p>No cookie, no script, no address of whoever asks: not in a page, not in a log.
 */
@NullMarked
package se.sigill.open;

import org.jspecify.annotations.NullMarked;
