package se.sigill.app.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.PageImages;
import se.sigill.formats.worker.WorkerFormats;

/** Pages are drawn when somebody looks, kept where nobody else looks, and gone when what they show is. */
@Tag("slow")
class PageViewsTest {
    /** Two pages; a rectangle on the first. */
    private static final String PDF = """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Count 2 /Kids [ 3 0 R 5 0 R ] >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R >> endobj
            4 0 obj << /Length 19 >> stream
            100 100 300 200 re f
            endstream endobj
            5 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 842 595 ] >> endobj
            trailer << /Root 1 0 R >>
            """;

    private static final PageImages NONE_IS_ASKED = (file, number, out) -> {
        throw new AssertionError("it is drawn already");
    };

    @TempDir
    private Path folder;

    private OpenArchive archive;
    private PageViews views;
    private RecordDescription record;
    private FileFact pdf;

    @BeforeEach
    void takeIn() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path file = Files.writeString(folder.resolve("plan.pdf"), PDF, StandardCharsets.ISO_8859_1);
        String id = running.type("deposit", "--json", "--system", "prov", file.toString())
                .expect(0)
                .json()
                .getFirst()
                .text("record");
        archive = OpenArchive.open(new Home(running.home()));
        views = PageViews.of(archive);
        record = archive.record(id).description();
        pdf = PageViews.source(record, "0").orElseThrow();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void eachPageIsDrawnOnce() throws IOException {
        assertEquals(OptionalInt.empty(), views.pages(pdf), "nobody has looked");
        try (WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            byte[] first = bytes(views.view(record, pdf, 1, engines));
            byte[] second = bytes(views.view(record, pdf, 2, engines));

            assertTrue(height(first) > 720, "upright");
            assertTrue(height(second) < 720, "lying");
            assertEquals(OptionalInt.of(2), views.pages(pdf));
            assertEquals(new PageViews.View.NoSuchPage(), views.view(record, pdf, 3, engines));
        }
        assertInstanceOf(PageViews.View.Image.class, views.view(record, pdf, 2, NONE_IS_ASKED));
        assertEquals(new PageViews.View.NoSuchPage(), views.view(record, pdf, 3, NONE_IS_ASKED));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(cache())),
                "restricted content is drawn too");
    }

    @Test
    void whatCannotBeDrawnIsNotTriedAgain() {
        PageImages.PageImage none = new PageImages.PageImage.None(0);

        assertEquals(new PageViews.View.CannotBeDrawn(), views.view(record, pdf, 1, (file, number, out) -> none));

        assertTrue(views.isKnownBlank(pdf, 1));
        assertEquals(new PageViews.View.CannotBeDrawn(), views.view(record, pdf, 1, NONE_IS_ASKED));
    }

    @Test
    void anEngineThatBreaksDownSaysWhyAndIsAskedAgain() throws IOException {
        Finding why = Finding.of(FormatFinding.ENGINE_TIMEOUT, "", "no answer within 30 s");
        PageImages broken = (file, number, out) -> new PageImages.PageImage.Broken(why);

        PageViews.View view = views.view(record, pdf, 1, broken);

        assertTrue(assertInstanceOf(PageViews.View.NotNow.class, view).why().contains("within 30 s. Raise the time"));
        assertTrue(!views.isKnownBlank(pdf, 1));
        assertEquals(0, left(), "nothing is kept");
        PageImages missing = (file, number, out) -> {
            throw new ArchiveException.WrongUsage("the format engines are not built");
        };
        assertEquals(
                new PageViews.View.NotNow("the format engines are not built"), views.view(record, pdf, 1, missing));
    }

    /** The record may be disposed of while its page is being drawn: then no image of it may come afterwards. */
    @Test
    void nothingIsKeptOfWhatADisposalTookMeanwhile() throws IOException {
        PageImages slow = (file, number, out) -> {
            try {
                Path image = Files.writeString(out.resolve("page.png"), "an image");
                Trees.delete(cache());
                return new PageImages.PageImage.Drawn(image, 2);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };

        assertThrows(ArchiveException.StorageFailed.class, () -> views.view(record, pdf, 1, slow));

        assertEquals(0, left());
        assertEquals(OptionalInt.empty(), views.pages(pdf));
    }

    private Path cache() {
        return archive.home().work().resolve("cache").resolve("page-images");
    }

    private long left() throws IOException {
        if (!Files.exists(cache())) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(cache())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] bytes(PageViews.View view) throws IOException {
        return Files.readAllBytes(
                assertInstanceOf(PageViews.View.Image.class, view).file());
    }

    /** Of a PNG. */
    private static int height(byte[] png) {
        return java.nio.ByteBuffer.wrap(png).getInt(20);
    }
}
