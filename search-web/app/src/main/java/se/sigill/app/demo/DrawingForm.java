package se.sigill.app.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A floor plan in black on white, as PNG or as TIFF with the compression of fax group 4. It holds no words. */
final class DrawingForm {
    private static final int WIDTH = 840;
    private static final int HEIGHT = 594;
    private static final int MARGIN = 40;
    private static final int ROOM_MIN = 90;

    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    private final Dice dice;

    private DrawingForm(Dice dice) {
        this.dice = dice;
    }

    static byte[] write(Paper paper, String format) {
        StringBuilder words = new StringBuilder(paper.title());
        paper.blocks().forEach(block -> words.append(block.text()));
        DrawingForm drawing = new DrawingForm(
                Dice.of(words.toString().hashCode(), "drawing", paper.date().toEpochDay()));
        drawing.fill(0, 0, WIDTH, HEIGHT, 1);
        drawing.frame(8, 8, WIDTH - 16, HEIGHT - 16, 2);
        drawing.rooms(MARGIN, MARGIN, WIDTH - 2 * MARGIN - 160, HEIGHT - 2 * MARGIN, 0);
        drawing.legend();
        return encode(drawing.image, format);
    }

    private void rooms(int x, int y, int width, int height, int depth) {
        frame(x, y, width, height, depth == 0 ? 5 : 3);
        boolean across = width > height;
        int length = across ? width : height;
        if (depth == 5 || length < 2 * ROOM_MIN || (depth > 2 && dice.oneIn(4))) {
            door(x, y, width, height);
            return;
        }
        int cut = dice.between(ROOM_MIN, length - ROOM_MIN);
        if (across) {
            rooms(x, y, cut, height, depth + 1);
            rooms(x + cut, y, width - cut, height, depth + 1);
        } else {
            rooms(x, y, width, cut, depth + 1);
            rooms(x, y + cut, width, height - cut, depth + 1);
        }
    }

    /** An opening in the upper or the left wall. */
    private void door(int x, int y, int width, int height) {
        if (dice.oneIn(2)) {
            fill(x + dice.between(8, width - 48), y, 36, 5, 1);
        } else {
            fill(x, y + dice.between(8, height - 48), 5, 36, 1);
        }
    }

    private void legend() {
        int x = WIDTH - MARGIN - 140;
        for (int i = 0; i < 6; i++) {
            frame(x, HEIGHT - MARGIN - 30 * (i + 1), 140, 30, 1);
            fill(x + 8, HEIGHT - MARGIN - 30 * (i + 1) + 12, dice.between(30, 120), 4, 0);
        }
    }

    private void frame(int x, int y, int width, int height, int thick) {
        fill(x, y, width, thick, 0);
        fill(x, y + height - thick, width, thick, 0);
        fill(x, y, thick, height, 0);
        fill(x + width - thick, y, thick, height, 0);
    }

    private void fill(int x, int y, int width, int height, int bit) {
        int[] samples = new int[width * height];
        Arrays.fill(samples, bit);
        image.getRaster().setSamples(x, y, width, height, 0, samples);
    }

    private static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        // The stream that caches in memory: ImageIO.write would make a temporary file for each picture.
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (format.equals("tiff")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType("CCITT T.6");
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
