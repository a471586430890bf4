/**
 * Append-only logs that anybody can check: RFC 6962 Merkle trees in C2SP tiles under a C2SP signed checkpoint.
 *
 * <p>Read {@link Checkpoint} (what a log promises), {@link SignedNote} (who promises it), {@link InclusionProof} and
 * {@link ConsistencyProof} (why it may be believed), then {@link Tile} (how the tree lies on disk). {@link TreeEdge}
 * computes roots while a log grows.
 *
 * <p>The package knows bytes and hashes only: not what an entry says, who wrote it or where it is kept. All types but
 * {@link TreeEdge} and {@link TileHashes} are immutable and may be shared between threads.
 *
 * <p>On disk: {@code tile/LEVEL/INDEX}, at most 8,192 bytes each; {@code checkpoint}, a text of a few lines. The format
 * is written down in {@code docs/formats/log.md}.
 *
 * <p>Sources: RFC 6962 §2.1 (hashes, proofs), RFC 9162 §2.1.3-2.1.4 (the checking algorithms), RFC 8032 (Ed25519),
 * c2sp.org/tlog-tiles, c2sp.org/tlog-checkpoint, c2sp.org/signed-note.
 */
@NullMarked
package se.sigill.core.tlog;

import org.jspecify.annotations.NullMarked;
