/**
 * Public bundles: how the inside tells the open zone what anyone may see, {@code sigill/public-bundle/1}.
 *
 * <p>Read {@link se.sigill.core.bundle.Manifest} (what a bundle says), {@link se.sigill.core.bundle.BundleWriter} (the
 * inside makes one) and {@link se.sigill.core.bundle.BundleReader} (the outside believes one, or not) in this order. A
 * {@link se.sigill.core.bundle.ZoneHead} says how far the open zone has come, and
 * {@link se.sigill.core.bundle.Manifest#against} whether a bundle may follow it.
 *
 * <p>Everything is immutable or stateless. What is on disk: {@code docs/formats/public-bundle.md}. Source of the
 * signature's form: c2sp.org/signed-note.
 */
@NullMarked
package se.sigill.core.bundle;

import org.jspecify.annotations.NullMarked;
