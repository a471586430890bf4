package se.sigill.app.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A web archive that is no more than one library. */
final class Wars {
    private Wars() {}

    static Path write(Path war, String library, String content) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(war))) {
            ZipEntry entry = new ZipEntry("WEB-INF/lib/" + library);
            entry.setLastModifiedTime(FileTime.fromMillis(0x1_0000_0000_00L));
            out.putNextEntry(entry);
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return war;
    }
}
