package se.sigill.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;

/**
 * The classes of a server as an earlier run left them, read and linked (JEP 514): the first run writes them down when
 * it ends in good order, and every later one starts with them. Lost, it is made again by the next run.
 *
 * @param file its name says which Java, options and web archive it is for
 */
record ClassCache(Path file) {
    private static final String SUFFIX = ".aot";
    private static final String MAKING = ".new";

    static ClassCache of(ServerPlace place, String build) {
        return new ClassCache(place.run().resolve(place.server().word() + "-" + build + SUFFIX));
    }

    /** For the command line of the server: to use it, or to make it under another name until it is whole. */
    List<String> options() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of("-XX:AOTCacheOutput=" + file + MAKING);
    }

    /** Takes what a run has made that has ended in good order; a run that was killed may have left a half. */
    static void keep(ServerPlace place) {
        try (Stream<Path> files = Files.list(place.run())) {
            for (Path each : files.toList()) {
                String name = String.valueOf(each.getFileName());
                if (name.startsWith(place.server().word() + "-") && name.endsWith(SUFFIX + MAKING)) {
                    Files.move(each, each.resolveSibling(name.substring(0, name.length() - MAKING.length())));
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the class cache in " + place.run() + " cannot be kept", e);
        }
    }

    /** Deletes those of the same server that are for another Java or another build, and halves. */
    void forgetOthers() throws IOException {
        String name = String.valueOf(file.getFileName());
        String mine = name.substring(0, name.indexOf('-') + 1);
        try (Stream<Path> files = Files.list(file.resolveSibling("").toAbsolutePath())) {
            for (Path each : files.toList()) {
                String other = String.valueOf(each.getFileName());
                if (other.startsWith(mine) && other.contains(SUFFIX) && !other.equals(name)) {
                    Files.delete(each);
                }
            }
        }
    }
}
