/**
 * Who gives the pages to whoever asks: one class a resource, and what stands before and behind all of them.
 *
 * <p>{@link se.sigill.open.answer.SafeHeaders} is put on every answer; {@link se.sigill.open.answer.RefusalPage} and
 * {@link se.sigill.open.answer.FailurePage} answer where no resource does. {@link se.sigill.open.answer.PublicZone} has
 * what everything is read from, and applies what the inside sends; {@link se.sigill.open.answer.ZoneReady} says whether
 * it can.
 *
 * <p>The server makes these objects (Jakarta REST, CDI); none keeps anything of a request. Sources: RFC 6797 (HSTS),
 * Content Security Policy Level 3, MicroProfile Health 4.0.
 */
@NullMarked
package se.sigill.open.answer;

import org.jspecify.annotations.NullMarked;
