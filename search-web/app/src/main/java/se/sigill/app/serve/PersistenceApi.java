package se.sigill.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The types of Jakarta Persistence, once for the whole process. Liberty's CDI looks for them and has a copy of its own,
 * and a web archive with a catalogue brings one; Java 25 crashes when it is to keep the classes of such a process, as
 * soon as a class of the archive that extends one of those left out was resolved.
 */
final class PersistenceApi {
    /** What Liberty leaves to Java's own loader, in its words. */
    static final String DELEGATED = "jakarta.persistence,jakarta.persistence.*";

    private static final String LIBRARY = "WEB-INF/lib/jakarta.persistence-api-";
    private static final String UNPACKED = "jakarta.persistence-api.jar";

    private PersistenceApi() {}

    /**
     * Unpacks them from the archive. Nothing is written where they lie already, for the class cache compares times.
     *
     * @param folder of the server
     * @return empty if the archive has none
     */
    static Optional<Path> of(Path war, Path folder) throws IOException {
        try (ZipFile archive = new ZipFile(war.toFile())) {
            Optional<? extends ZipEntry> found = archive.stream()
                    .filter(entry -> entry.getName().startsWith(LIBRARY))
                    .findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Path unpacked = folder.resolve(UNPACKED);
            try (InputStream in = archive.getInputStream(found.get())) {
                byte[] library = in.readAllBytes();
                if (!Files.exists(unpacked) || !Arrays.equals(library, Files.readAllBytes(unpacked))) {
                    PrivateFile.replace(unpacked, library);
                }
            }
            Files.setLastModifiedTime(unpacked, found.get().getLastModifiedTime());
            return Optional.of(unpacked);
        }
    }
}
