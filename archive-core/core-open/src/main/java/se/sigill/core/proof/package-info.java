/**
 * Proof bundles: what a receiver needs to prove, without asking anybody, that one file is unchanged and since when.
 *
 * <p>Read {@link LeafText} (what the hash tree says about a file), {@link RootStatement} (what the seal signs),
 * {@link TreePath} (how the one leads to the other) and {@link ProofBundle} (the folder or zip) in this order.
 *
 * <p>Here is all of it that the JDK alone can read and write. Signature, time-stamp and evidence record are bytes here;
 * {@code core.verify} checks them.
 *
 * <p>Everything is immutable or stateless. What is on disk: {@code docs/formats/proof-bundle.md}. Sources: RFC 4998 for
 * the order of siblings.
 */
@NullMarked
package se.sigill.core.proof;

import org.jspecify.annotations.NullMarked;
