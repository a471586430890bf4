package se.sigill.app.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.Digests;
import se.sigill.formats.PageImages;

/**
 * Images of any page of any record's files, drawn when somebody looks at them, few at a time. One for each open
 * archive; safe for threads. Below {@code work/cache/page-images} by digest of the file, number of the page, and
 * versions of the engines.
 */
public final class PageViews {
    /** So many images are kept, at most 1.5 GB; then the oldest quarter goes. */
    private static final int KEPT_MAX = 10_000;

    /** More at once would keep the engines from making renditions. */
    private static final int DRAWN_AT_ONCE_MAX = 2;

    /** Whoever waits longer asks again: a browser asks for all images of a page at once. */
    private static final int WAIT_SECONDS_MAX = 60;

    private final Path folder;
    private final DrawnPages drawn;
    private final String tools = tools();
    private final Semaphore drawing = new Semaphore(DRAWN_AT_ONCE_MAX, true);

    private PageViews(OpenArchive archive) {
        this.folder = archive.home().work().resolve("cache").resolve("page-images");
        this.drawn = new DrawnPages(folder, archive.archive().store());
    }

    /** The one of this archive, whichever user asks. */
    public static PageViews of(OpenArchive archive) {
        return archive.kept(PageViews.class, PageViews::new);
    }

    /** How a page looks, or why that is not shown. */
    public sealed interface View {
        /** @param file PNG or JPEG; a disposal may take it away at any time */
        record Image(Path file) implements View {}

        /** The file has fewer pages. */
        record NoSuchPage() implements View {}

        /** The page, or the file, cannot be drawn by any engine here. */
        record CannotBeDrawn() implements View {}

        /** Later it may be there. @param why what stopped it, and what to do */
        record NotNow(String why) implements View {}
    }

    /**
     * The file whose pages show how a part of the record looks: the rendition that lasts, else the original. Empty if
     * there is none that can be drawn.
     *
     * @param part its path in the record's text; {@code "0"} for the original itself
     */
    public static Optional<FileFact> source(RecordDescription record, String part) {
        String original = record.original().map(FileFact::path).orElse("");
        String of = part.equals("0") ? original : original + "#" + part;
        return record.files().stream()
                .filter(file -> (file.role() == FileRole.PRESERVATION
                                && file.of().equals(of))
                        || (file.role() == FileRole.ORIGINAL && file.path().equals(of)))
                .filter(DrawnPages::canBeDrawn)
                .min(Comparator.comparingInt(file -> file.role() == FileRole.PRESERVATION ? 0 : 1));
    }

    /** Whether somebody has tried to draw the page, and it cannot be done. */
    public boolean isKnownBlank(FileFact file, int number) {
        try {
            return drawn.known(key(file, number)) instanceof DrawnPages.Known.None;
        } catch (IOException e) {
            return false;
        }
    }

    /** How many pages the file has; empty as long as nobody has looked at one of them. */
    public OptionalInt pages(FileFact file) {
        try {
            String count = Files.readString(folder.resolve(key(file, 0)));
            return OptionalInt.of(Integer.parseInt(count));
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * Draws a page, unless that was done before.
     *
     * @param number from 1
     * @throws ArchiveException.Damaged if the record has lost the file
     * @throws ArchiveException.StorageFailed if the disk refuses
     */
    public View view(RecordDescription record, FileFact file, int number, PageImages engine) {
        if (!DrawnPages.canBeDrawn(file)) {
            return new View.CannotBeDrawn();
        }
        String key = key(file, number);
        try {
            Optional<View> before = before(file, number, key);
            if (before.isPresent()) {
                return before.get();
            }
            if (!drawing.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                return new View.NotNow("many pages are being drawn; load the page again in a while");
            }
            try {
                Optional<View> meanwhile = before(file, number, key);
                return meanwhile.isPresent() ? meanwhile.get() : made(record, file, number, engine);
            } finally {
                drawing.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new View.NotNow("the server is being stopped");
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("work/cache/ could not be written; check the disk", e);
        }
    }

    private Optional<View> before(FileFact file, int number, String key) throws IOException {
        return switch (drawn.known(key)) {
            case DrawnPages.Known.Image(Path image) -> Optional.of(new View.Image(image));
            case DrawnPages.Known.None() -> Optional.of(none(pages(file).orElse(0), number));
            case DrawnPages.Known.Due() -> Optional.empty();
        };
    }

    private static View none(int pages, int number) {
        return pages > 0 && number > pages ? new View.NoSuchPage() : new View.CannotBeDrawn();
    }

    private View made(RecordDescription record, FileFact file, int number, PageImages engine) throws IOException {
        makeRoom();
        String key = key(file, number);
        PageImages.PageImage made;
        try {
            made = drawn.make(record, file, number, key, engine)
                    .orElseThrow(() -> new ArchiveException.Damaged(
                            "record " + record.id() + " has lost a file; run sigill check"));
        } catch (ArchiveException.WrongUsage e) {
            // There are no engines at all: the words say how to get them.
            return new View.NotNow(String.valueOf(e.getMessage()));
        }
        return switch (made) {
            case PageImages.PageImage.Drawn(Path _, int pages) -> {
                keepCount(file, pages);
                yield new View.Image(folder.resolve(key));
            }
            case PageImages.PageImage.None(int pages) -> {
                keepCount(file, pages);
                yield none(pages, number);
            }
            case PageImages.PageImage.Broken(Finding why) ->
                new View.NotNow(why.message() + ". " + why.code().remedy());
        };
    }

    private void keepCount(FileFact file, int pages) throws IOException {
        Path count = folder.resolve(key(file, 0));
        if (pages > 0 && !Files.exists(count)) {
            Files.writeString(count, Integer.toString(pages));
        }
    }

    private void makeRoom() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> kept = Files.list(folder)) {
            if (kept.count() < KEPT_MAX) {
                return;
            }
        }
        for (Path each : oldestFirst().stream().limit(KEPT_MAX / 4).toList()) {
            Files.deleteIfExists(each);
        }
    }

    private List<Path> oldestFirst() throws IOException {
        record Aged(Path file, long age) {}
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> new Aged(file, file.toFile().lastModified()))
                    .sorted(Comparator.comparingLong(Aged::age))
                    .map(Aged::file)
                    .toList();
        }
    }

    private String key(FileFact file, int number) {
        String of = file.sha512() + "\n" + number + "\n" + tools;
        return Digests.of(of.getBytes(StandardCharsets.UTF_8)).sha256();
    }

    /** Without engines there is nothing that an image depends on, and no image. */
    private static String tools() {
        try {
            return Engines.names();
        } catch (ArchiveException.WrongUsage e) {
            return "";
        }
    }
}
