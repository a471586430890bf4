package se.sigill.app.outward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import se.sigill.core.disk.Trees;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.ContentStore;
import se.sigill.formats.FileInput;
import se.sigill.formats.PageImages;

/**
 * Images of first pages, below {@code work/cache/}, by the digest of the file that each is of. An empty file says that
 * none can be made. What is lost is made again.
 */
record FirstPages(Path folder, ContentStore store) {
    private static final System.Logger LOG = System.getLogger(FirstPages.class.getName());

    /** A larger file is not read for an image of its first page. */
    private static final long SOURCE_BYTES_MAX = 200L << 20;

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
        Path file = place(source.get());
        if (!Files.exists(file)) {
            return new Known.Due(source.get());
        }
        return Files.size(file) == 0 ? new Known.None() : new Known.Image(file);
    }

    /** Tries. What comes of it is known afterwards, unless the engine broke down: then it is due still. */
    void make(RecordDescription record, FileFact source, PageImages engine) throws IOException {
        Files.createDirectories(folder);
        Path making = Files.createTempDirectory(folder, ".making");
        try {
            Path copy = making.resolve("source");
            if (!store.place(record.id(), record.version(), source.path(), copy)) {
                return;
            }
            Path images = Files.createDirectory(making.resolve("images"));
            switch (engine.first(new FileInput(copy, source.name()), images)) {
                case PageImages.PageImage.Drawn(Path image) -> keep(image, source);
                case PageImages.PageImage.None _ -> keep(Files.createFile(making.resolve("none")), source);
                case PageImages.PageImage.Broken(Finding why) ->
                    LOG.log(
                            System.Logger.Level.INFO,
                            "no-image code={0}",
                            why.code().id());
            }
        } finally {
            Trees.delete(making);
        }
    }

    private void keep(Path made, FileFact source) throws IOException {
        Files.move(made, place(source), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What looks most as it was meant to: the rendition that lasts, else the original. */
    private static Optional<FileFact> source(RecordDescription record) {
        return record.files().stream()
                .filter(FirstPages::canBeDrawn)
                .min(Comparator.comparingInt(file -> file.role() == FileRole.PRESERVATION ? 0 : 1));
    }

    private static boolean canBeDrawn(FileFact file) {
        String mime = file.format().mime();
        boolean drawn = mime.equals("application/pdf") || mime.equals("image/png") || mime.equals("image/jpeg");
        return drawn && file.sizeBytes() <= SOURCE_BYTES_MAX;
    }

    private Path place(FileFact source) {
        return folder.resolve(source.sha256());
    }
}
