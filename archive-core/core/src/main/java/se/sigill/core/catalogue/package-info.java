/**
 * What is known of every record, ready to be asked: the projection that commands, pages and reports read.
 *
 * <p>Read {@link se.sigill.core.catalogue.Catalogue} first, then {@link se.sigill.core.catalogue.CatalogueRecord} and
 * {@link se.sigill.core.catalogue.AdoptedRules}, which answers openness from it. It is computed from acts and from the
 * {@code record.json} of the version an act names, and holds nothing else: delete it and run {@code sigill rebuild}.
 * It stores no answer about openness and no end of a restriction; both are computed when asked.
 *
 * <p>Acts about a record that the catalogue does not have are passed over: the record was disposed of. A disposed
 * record leaves a {@link se.sigill.core.catalogue.Disposal} and nothing else.
 *
 * <p>Implementations: {@link se.sigill.core.catalogue.MemoryCatalogue}, the twin for tests, and {@code catalogue.jpa}.
 * Readers may be many threads; one writes.
 */
@NullMarked
package se.sigill.core.catalogue;

import org.jspecify.annotations.NullMarked;
