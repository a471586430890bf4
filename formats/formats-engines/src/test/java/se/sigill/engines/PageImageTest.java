package se.sigill.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.formats.FileInput;
import se.sigill.formats.PageImages;

/** An image is small, whatever the page is; and where none can be made there is none. */
class PageImageTest {
    @TempDir
    Path folder;

    @Test
    void showsTheFirstPageAsItIs() throws IOException {
        Path pdf = pdf(PDRectangle.A4, "");

        BufferedImage image = image(pdf).orElseThrow();

        assertEquals(720, image.getWidth());
        assertEquals(720 * 842.0 / 595, image.getHeight(), 2);
        assertEquals(0xffffff, image.getRGB(10, 10) & 0xffffff, "paper");
        assertEquals(0xff0000, image.getRGB(360, 500) & 0xffffff, "what is painted there");
    }

    @Test
    void isSmallWhateverTheSizeOfThePage() throws IOException {
        assertEquals(
                720,
                image(pdf(new PDRectangle(14_400, 14_400), "")).orElseThrow().getWidth());
        assertTrue(image(pdf(new PDRectangle(100, 350), "")).orElseThrow().getHeight() <= 1440);
        assertTrue(image(pdf(new PDRectangle(1, 14_400), "")).isEmpty(), "a strip");
    }

    @Test
    void makesPhotographsSmall() throws IOException {
        BufferedImage noise = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < 4000; x++) {
            for (int y = 0; y < 3000; y++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        Path file = folder.resolve("brus.png");
        assertTrue(ImageIO.write(noise, "png", file.toFile()));

        assertEquals(720, image(file).orElseThrow().getWidth());
    }

    @Test
    void makesNoneOfWhatCannotBeDrawn() throws IOException {
        assertTrue(image(pdf(PDRectangle.A4, "hemligt")).isEmpty(), "encrypted");
        byte[] whole = Files.readAllBytes(pdf(PDRectangle.A4, ""));
        for (byte[] bytes : new byte[][] {
            {},
            "%PDF-1.7 och sedan ingenting".getBytes(StandardCharsets.UTF_8),
            "bara text".getBytes(StandardCharsets.UTF_8),
            java.util.Arrays.copyOf(whole, 60),
            {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 127, 127, 127, 127}
        }) {
            Path file = Files.write(folder.resolve("trasig.pdf"), bytes);
            assertTrue(image(file).isEmpty(), bytes.length + " bytes");
        }
    }

    @Test
    void showsThePageThatIsAskedFor() throws IOException {
        Path pdf = pdf(PDRectangle.A4, "");

        BufferedImage second = image(pdf, 2, 2).orElseThrow();

        assertEquals(720 * 420.0 / 298, second.getHeight(), 2, "A6, of other proportions");
        assertEquals(0xffffff, second.getRGB(360, 500) & 0xffffff, "nothing is painted there");
        assertTrue(image(pdf, 3, 2).isEmpty(), "there are two");
    }

    @Test
    void anImageHasOnePage() throws IOException {
        Path file = folder.resolve("punkt.png");
        assertTrue(ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", file.toFile()));

        assertTrue(image(file, 1, 1).isPresent());
        assertTrue(image(file, 2, 1).isEmpty());
    }

    private Optional<BufferedImage> image(Path file) throws IOException {
        return image(file, 1, -1);
    }

    /** @param pages that the answer says the file has; -1 if nobody minds */
    private Optional<BufferedImage> image(Path file, int number, int pages) throws IOException {
        Path out = Files.createTempDirectory(folder, "ut");
        Optional<Path> made =
                switch (TestEngines.shared().page(FileInput.of(file), number, out)) {
                    case PageImages.PageImage.Drawn(Path image, int count) -> {
                        assertTrue(pages < 0 || pages == count, count + " pages");
                        yield Optional.of(image);
                    }
                    case PageImages.PageImage.None(int count) -> {
                        assertTrue(pages < 0 || pages == count, count + " pages");
                        yield Optional.empty();
                    }
                    case PageImages.PageImage.Broken(var why) -> throw new AssertionError(why.toString());
                };
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(made.stream().toList(), files.toList());
        }
        if (made.isEmpty()) {
            return Optional.empty();
        }
        assertTrue(Files.size(made.get()) <= PageImages.BYTES_MAX);
        return Optional.of(ImageIO.read(made.get().toFile()));
    }

    /** A red rectangle in the middle. */
    private Path pdf(PDRectangle size, String password) throws IOException {
        Path file = Files.createTempFile(folder, "sida", ".pdf");
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(size);
            pdf.addPage(page);
            pdf.addPage(new PDPage(PDRectangle.A6));
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.setNonStrokingColor(1f, 0f, 0f);
                content.addRect(size.getWidth() / 4, size.getHeight() / 4, size.getWidth() / 2, size.getHeight() / 2);
                content.fill();
            }
            if (!password.isEmpty()) {
                pdf.protect(new StandardProtectionPolicy("ägare", password, new AccessPermission()));
            }
            pdf.save(file.toFile());
        }
        return file;
    }
}
