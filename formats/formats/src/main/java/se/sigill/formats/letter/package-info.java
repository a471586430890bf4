/**
 * Letters of an authority (decisions, receipts, covering letters) as PDF that lasts and that everybody can read:
 * PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once.
 *
 * <p>Read {@link se.sigill.formats.letter.Letter}, what stands in one, in {@link se.sigill.formats.letter.Block}s, and
 * {@link se.sigill.formats.letter.Letters}, who makes it. All text is plain: nothing a caller or a requester writes is
 * read as markup. The words of the law are the caller's; nothing here knows what a decision must hold.
 *
 * <p>Values; safe for many threads.
 */
@NullMarked
package se.sigill.formats.letter;

import org.jspecify.annotations.NullMarked;
