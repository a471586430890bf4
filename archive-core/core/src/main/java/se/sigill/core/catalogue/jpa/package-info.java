/**
 * The catalogue by Jakarta Persistence, on embedded Derby unless the configuration names another database.
 *
 * <p>Read {@link se.sigill.core.catalogue.jpa.JpaCatalogues} first, the only public type; then {@code JpaCatalogue},
 * which asks, and {@code JpaRows}, which writes. A class {@code …Row} is one row of one table; there are no relations
 * between them, because rows come and go by act and a record is put together from a handful of indexed reads. The
 * rows of a batch of acts and the cursor are one transaction. The shared cache is off. What is asked for again and
 * again is kept by {@code Remembered} and {@code ReadLately}, and never stale: one process at a time has the archive,
 * by its lease and by Derby's lock, and what a write touches is forgotten before the write is acknowledged.
 *
 * <p>The schema is made and changed by the scripts under {@code migration} alone (Flyway). On disk: one Derby
 * database in the folder {@code db/catalogue} of the home, and {@code db/derby.log}.
 *
 * <p>Row classes are neither final nor records, because Jakarta Persistence must be able to weave them.
 */
@NullMarked
package se.sigill.core.catalogue.jpa;

import org.jspecify.annotations.NullMarked;
