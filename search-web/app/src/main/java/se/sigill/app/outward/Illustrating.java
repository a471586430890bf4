package se.sigill.app.outward;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.formats.PageImages;

/**
 * Has images made of the first pages of what is shown, behind everything else: a record is public without one, and told
 * again when it is there. Safe for threads.
 */
final class Illustrating {
    private final Set<RecordId> due = new LinkedHashSet<>();
    private final OpenArchive archive;
    private final FirstPages pages;
    private final Cutting cutting;

    Illustrating(OpenArchive archive, FirstPages pages, Cutting cutting) {
        this.cutting = cutting;
        this.archive = archive;
        this.pages = pages;
    }

    synchronized void add(Collection<RecordId> records) {
        due.addAll(records);
    }

    synchronized boolean isDue() {
        return !due.isEmpty();
    }

    private synchronized Optional<RecordId> next() {
        Optional<RecordId> first = due.stream().findFirst();
        first.ifPresent(due::remove);
        return first;
    }

    /**
     * Makes images for as long as that; at least one if one is due.
     *
     * @param engine is asked for only where there is something to draw
     * @return of which records
     */
    List<RecordId> make(Supplier<? extends PageImages> engine, Duration atMost) {
        PublicFacts facts = new PublicFacts(archive, pages, cutting);
        Set<RecordId> made = new LinkedHashSet<>();
        long end = System.nanoTime() + atMost.toNanos();
        Optional<RecordId> next = next();
        while (next.isPresent()) {
            if (isMade(next.get(), facts, engine)) {
                made.add(next.get());
            }
            next = System.nanoTime() < end ? next() : Optional.empty();
        }
        return List.copyOf(made);
    }

    private boolean isMade(RecordId id, PublicFacts facts, Supplier<? extends PageImages> engine) {
        try {
            Optional<CatalogueRecord> entry = archive.catalogue().find(id);
            if (entry.isPresent()
                    && facts.wanted(entry.get()) instanceof PublicFacts.Wanted.Shown shown
                    && shown.firstPage() instanceof FirstPages.Known.Due(FileFact source)) {
                RecordDescription record = entry.get().description();
                pages.make(record, source, engine.get());
                return pages.of(record) instanceof FirstPages.Known.Image;
            }
            return false;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("work/cache/ could not be written; check the disk", e);
        }
    }
}
