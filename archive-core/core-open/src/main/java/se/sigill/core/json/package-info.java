/**
 * JSON (RFC 8259) for what Sigill keeps and prints: acts, receipts, records, command lines.
 *
 * <p>{@link Json} is the value, {@link JsonReader} the parser, {@link JsonWriter} the printer. Members keep the order
 * in which they were put, so that the same value always prints as the same bytes. Numbers are 64-bit integers or,
 * where a number is no integer, the text as it was read: nothing is rounded. Duplicate names, trailing text, depth over
 * {@link JsonReader#DEPTH_MAX} and lone surrogates are refused.
 *
 * <p>The JDK has no JSON and this artifact may use nothing else; hence some three hundred lines of our own, tested with
 * vectors and properties.
 */
@NullMarked
package se.sigill.core.json;

import org.jspecify.annotations.NullMarked;
