/**
 * The seal: proves each file of the archive by a hash tree, a signature and a time-stamp, a period at a time.
 *
 * <p>Read {@link Sealer} (makes a period), {@link Evidence} (proves files from it), {@link SparseTree} (the tree),
 * {@link Periods} (what each period says of itself, read once) and {@link SealFormats} (the formats that need a
 * library; Bouncy Castle lies in {@code seal.bouncy}) in this order.
 *
 * <p>Life: acts and versions are committed in milliseconds; every few minutes the caller gives a {@link SealOrder}
 * with all files committed since the last one. A time-stamp may come later. Nothing here knows OCFL or METS.
 *
 * <p>One sealer at a time under the archive's writer lock; readers need no lock, because a period appears whole.
 *
 * <p>On disk: {@code archive/evidence/}, {@code docs/formats/evidence.md}. Sources: RFC 4998, RFC 3161, ETSI EN 319
 * 122-1.
 */
@NullMarked
package se.sigill.core.seal;

import org.jspecify.annotations.NullMarked;
