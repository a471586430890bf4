package se.sigill.engines.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import se.sigill.formats.PageImages;

/** Draws a page of a PDF, or makes an image small. A page of any size takes the same memory. */
public final class PageDrawing {
    /** Enough to read a heading by; in pixels. */
    private static final int WIDTH = 720;

    /** Of a page that is a strip only the beginning is shown. */
    private static final int HEIGHT_MAX = 1440;

    /** What an image may have before it is made small; more is read in steps. */
    private static final int PIXELS_MAX = 4_000_000;

    private static final float POINTS_MIN = 1;

    /** Tried in this order until one is small enough. */
    private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f, 0.3f, 0.15f};

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private PageDrawing() {}

    /** An image of a page. @param pages that the file has; 0 if it cannot be read */
    private record Page(Optional<BufferedImage> image, int pages) {
        static final Page UNREADABLE = new Page(Optional.empty(), 0);
    }

    /** An image's file. @param file empty if there can be none @param pages that the source has; 0 if unreadable */
    public record Made(Optional<Path> file, int pages) {}

    /**
     * @param number of the page, from 1; an image has one
     * @return the image's file in the folder; none if the file is neither, has no such page, or cannot be drawn
     */
    public static Made of(Path file, int number, Path folder) throws IOException {
        Page page;
        try {
            page = isPdf(file) ? drawn(file, number) : small(file, number);
        } catch (IOException | RuntimeException e) {
            // Whatever a library makes of a hostile file: there is no image, and nothing depends on one.
            page = Page.UNREADABLE;
        }
        Optional<Path> made = page.image().isPresent() ? written(page.image().get(), folder) : Optional.empty();
        return new Made(made, page.pages());
    }

    private static boolean isPdf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(1024);
            return new String(head, StandardCharsets.ISO_8859_1).contains(new String(PDF, StandardCharsets.US_ASCII));
        }
    }

    private static Page drawn(Path file, int number) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            int pages = pdf.getNumberOfPages();
            return new Page(number > pages ? Optional.empty() : drawn(pdf, number), pages);
        }
    }

    private static Optional<BufferedImage> drawn(PDDocument pdf, int number) {
        try {
            PDPage page = pdf.getPage(number - 1);
            boolean turned = page.getRotation() % 180 != 0;
            float wide =
                    turned ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
            float high =
                    turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
            if (!(wide >= POINTS_MIN) || !(high >= POINTS_MIN) || high * WIDTH / wide > 4f * HEIGHT_MAX) {
                return Optional.empty();
            }
            PDFRenderer renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            return Optional.of(cut(renderer.renderImage(number - 1, WIDTH / wide, ImageType.RGB)));
        } catch (IOException | RuntimeException e) {
            // One page that is broken says nothing of the others.
            return Optional.empty();
        }
    }

    private static BufferedImage cut(BufferedImage page) {
        return page.getHeight() <= HEIGHT_MAX ? page : page.getSubimage(0, 0, page.getWidth(), HEIGHT_MAX);
    }

    private static Page small(Path file, int number) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Page.UNREADABLE;
            }
            if (number > 1) {
                return new Page(Optional.empty(), 1);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                int step = (int) Math.max(1, Math.ceil(Math.sqrt(pixels / (double) PIXELS_MAX)));
                ImageReadParam how = reader.getDefaultReadParam();
                how.setSourceSubsampling(step, step, 0, 0);
                return new Page(Optional.of(scaled(reader.read(0, how))), 1);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        double scale = Math.min(1, WIDTH / (double) image.getWidth());
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return cut(small);
    }

    /** Text is sharpest as PNG; what is too large for that is a photograph. */
    private static Optional<Path> written(BufferedImage image, Path folder) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (ImageIO.write(image, "png", png) && png.size() <= PageImages.BYTES_MAX) {
            return Optional.of(Files.write(folder.resolve("page.png"), png.toByteArray()));
        }
        for (float quality : QUALITIES) {
            byte[] jpeg = jpeg(image, quality);
            if (jpeg.length <= PageImages.BYTES_MAX) {
                return Optional.of(Files.write(folder.resolve("page.jpg"), jpeg));
            }
        }
        return Optional.empty();
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
