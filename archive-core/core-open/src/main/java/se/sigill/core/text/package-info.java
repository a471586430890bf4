/**
 * Text extracted from a file: by part (a mail's attachment, an archive's member) and by page where the format has
 * pages.
 *
 * <p>{@link ExtractedText} is the value, {@link TextFile} its form on disk ({@code metadata/text.txt} of a package),
 * which a person reads with a pager: lines that begin with {@code @} are marks, everything else is text. Source of the
 * form: {@code docs/formats/package.md}.
 */
@NullMarked
package se.sigill.core.text;

import org.jspecify.annotations.NullMarked;
