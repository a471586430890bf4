/**
 * The open zone on disk: what anyone may see, and the one component that changes it.
 *
 * <p>Read {@link se.sigill.zone.Zone} (what pages read) and {@link se.sigill.zone.Applier} (how bundles
 * become that) in this order. Nothing here knows the archive: whatever is not in a bundle is not here.
 *
 * <p>On disk, below {@code public/}: {@code entries/XX/ID/} holds {@code entry.json} and the files that it names by
 * their digests, {@code index/} the public index, {@code head.json} how far the zone has come, {@code gone/} what was
 * taken away and is being deleted. One process applies; in it any thread may read.
 */
@NullMarked
package se.sigill.zone;

import org.jspecify.annotations.NullMarked;
