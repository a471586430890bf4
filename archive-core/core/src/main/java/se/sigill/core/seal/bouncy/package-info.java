/**
 * The formats of the seal with Bouncy Castle: the only place that uses it.
 *
 * <p>{@link BouncySeal} is the way in. Providers are used as objects and never registered, so that nothing else in the
 * process changes. All types are stateless or immutable and safe for threads. {@code java.util.Date} occurs here
 * because the library asks for it.
 *
 * <p>Sources: ETSI EN 319 122-1 (CAdES), RFC 5652, RFC 5035, RFC 3161, RFC 5816, RFC 4998, RFC 5280.
 */
@NullMarked
package se.sigill.core.seal.bouncy;

import org.jspecify.annotations.NullMarked;
