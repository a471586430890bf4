/**
 * The archive log: what persons and rules decided and what happened to records, in one signed, append-only order.
 *
 * <p>Read {@link Act} first: one act speaks of one subject, so that it can be erased alone. {@link ActJson} is its form
 * in the log. What is on disk: {@code docs/formats/log.md}.
 *
 * <p>An act is never changed once it stands in the log. A field that is not known is empty text.
 */
@NullMarked
package se.sigill.core.log;

import org.jspecify.annotations.NullMarked;
