package se.sigill.ingest.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file of a delivered folder.
 *
 * @param file where it lies; a symbolic link put in its place after the listing is not followed
 */
public record FolderFile(String name, Path file, long sizeBytes) implements SourceFile {
    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
}
