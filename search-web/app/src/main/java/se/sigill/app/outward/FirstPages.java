package se.sigill.app.outward;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import se.sigill.app.pages.DrawnPages;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.ContentStore;
import se.sigill.formats.PageImages;

/** Images of first pages for the public, below {@code work/cache/}, by the digest of the file each is of. */
final class FirstPages {
    private static final System.Logger LOG = System.getLogger(FirstPages.class.getName());

    private final DrawnPages drawn;

    FirstPages(Path folder, ContentStore store) {
        this.drawn = new DrawnPages(folder, store);
    }

    /** What is known of the image of a record. */
    sealed interface Known {
        /** There is one. */
        record Image(Path file) implements Known {}

        /** There can be none. */
        record None() implements Known {}

        /** Nobody has tried. */
        record Due(FileFact source) implements Known {}
    }

    Known of(RecordDescription record) throws IOException {
        Optional<FileFact> source = source(record);
        if (source.isEmpty()) {
            return new Known.None();
        }
        return switch (drawn.known(source.get().sha256())) {
            case DrawnPages.Known.Image(Path file) -> new Known.Image(file);
            case DrawnPages.Known.None() -> new Known.None();
            case DrawnPages.Known.Due() -> new Known.Due(source.get());
        };
    }

    /** Tries. What comes of it is known afterwards, unless the engine broke down: then it is due still. */
    void make(RecordDescription record, FileFact source, PageImages engine) throws IOException {
        Optional<PageImages.PageImage> made = drawn.make(record, source, 1, source.sha256(), engine);
        if (made.orElse(null) instanceof PageImages.PageImage.Broken(Finding why)) {
            LOG.log(System.Logger.Level.INFO, "no-image code={0}", why.code().id());
        }
    }

    /** What looks most as it was meant to: the rendition that lasts, else the original. */
    private static Optional<FileFact> source(RecordDescription record) {
        return record.files().stream()
                .filter(DrawnPages::canBeDrawn)
                .min(Comparator.comparingInt(file -> file.role() == FileRole.PRESERVATION ? 0 : 1));
    }
}
