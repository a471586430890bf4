package se.sigill.app.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import se.sigill.app.serve.PrivateFile;
import se.sigill.core.disk.Trees;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.ContentStore;
import se.sigill.formats.FileInput;
import se.sigill.formats.PageImages;

/**
 * Images in one folder below {@code work/cache/}, which nobody but its owner may read. An empty file says that there
 * can be none. What is lost is made again; a disposal deletes the whole folder, also while something is made in it.
 */
public final class DrawnPages {
    /** A larger file is not read for an image of a page. */
    private static final long SOURCE_BYTES_MAX = 200L << 20;

    private final Path folder;
    private final ContentStore store;

    public DrawnPages(Path folder, ContentStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** What is known of an image. */
    public sealed interface Known {
        /** @param file PNG or JPEG */
        record Image(Path file) implements Known {}

        /** There can be none. */
        record None() implements Known {}

        /** Nobody has tried, or it did not come to an end. */
        record Due() implements Known {}
    }

    /** Whether pages of the file are worth trying to draw. */
    public static boolean canBeDrawn(FileFact file) {
        String mime = file.format().mime();
        boolean drawn = mime.equals("application/pdf") || mime.equals("image/png") || mime.equals("image/jpeg");
        return drawn && file.sizeBytes() <= SOURCE_BYTES_MAX;
    }

    /** @param key says what the image depends on: the file, the page, the tool */
    public Known known(String key) throws IOException {
        Path file = folder.resolve(key);
        if (!Files.exists(file)) {
            return new Known.Due();
        }
        return Files.size(file) == 0 ? new Known.None() : new Known.Image(file);
    }

    /**
     * Tries. What comes of it is known afterwards, unless the engine broke down: then it is due still.
     *
     * @param number of the page, from 1
     * @return what the engine said; empty if the record's file is not there
     */
    public Optional<PageImages.PageImage> make(
            RecordDescription record, FileFact source, int number, String key, PageImages engine) throws IOException {
        PrivateFile.folder(folder);
        Path making = Files.createTempDirectory(folder, ".making");
        try {
            Path copy = making.resolve("source");
            if (!store.place(record.id(), record.version(), source.path(), copy)) {
                return Optional.empty();
            }
            Path images = Files.createDirectory(making.resolve("images"));
            PageImages.PageImage made = engine.page(new FileInput(copy, source.name()), number, images);
            switch (made) {
                case PageImages.PageImage.Drawn(Path image, int _) -> keep(image, key);
                case PageImages.PageImage.None _ -> keep(Files.createFile(making.resolve("none")), key);
                case PageImages.PageImage.Broken _ -> {}
            }
            return Optional.of(made);
        } finally {
            Trees.delete(making);
        }
    }

    private void keep(Path made, String key) throws IOException {
        Files.move(made, folder.resolve(key), StandardCopyOption.REPLACE_EXISTING);
    }
}
