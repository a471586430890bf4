package se.sigill.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import se.sigill.core.ArchiveException;

/** A file that somebody names or sends. A server may be who reads it: none is read beyond the size of its kind. */
public final class GivenFile {
    private GivenFile() {}

    /**
     * The bytes of it.
     *
     * @param more what is said of a larger file, after its size
     * @throws ArchiveException.WrongUsage saying why, if there is no such file or it has more bytes than that
     */
    public static byte[] bytes(Path file, int bytesMax, String more) {
        if (!Files.isRegularFile(file)) {
            throw new ArchiveException.WrongUsage(
                    Files.exists(file) ? file + " is not a file but a folder or a device" : "there is no file " + file);
        }
        if (!Files.isReadable(file)) {
            throw new ArchiveException.WrongUsage(file + " may not be read by the user that Sigill runs as");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new ArchiveException.WrongUsage(file + " has more than " + bytesMax + " bytes: " + more);
            }
            return bytes;
        } catch (IOException e) {
            throw new ArchiveException.WrongUsage(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The same, as text in UTF-8. */
    public static String text(Path file, int bytesMax, String more) {
        return utf8(bytes(file, bytesMax, more))
                .orElseThrow(() -> new ArchiveException.WrongUsage(file + " is no text in UTF-8"));
    }

    /** Bytes as text; empty if they are not UTF-8 to the last, so that no letter is lost without a word. */
    public static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
