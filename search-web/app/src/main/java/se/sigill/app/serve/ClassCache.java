package se.sigill.app.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final String MAKE = "-XX:AOTCacheOutput=";

    static ClassCache of(ServerPlace place, String build) {
        return new ClassCache(place.run().resolve(place.server().word() + "-" + build + SUFFIX));
    }

    /**
     * For the command line of the server: to use it, or to make it under another name until it is whole. One that does
     * not fit ends the server at once, so that whoever starts it learns of it, {@link #discard}s it and begins again.
     */
    List<String> options() {
        return Files.exists(file) ? List.of("-XX:AOTMode=on", "-XX:AOTCache=" + file) : List.of(MAKE + file + MAKING);
    }

    /** Whether the run that was begun last makes one. Who only wants to know it is not stopped by a fault. */
    static boolean isBeingMade(ServerPlace place) {
        try {
            // In whatever encoding the rest is.
            return Files.readString(place.options(), StandardCharsets.ISO_8859_1)
                    .contains(MAKE);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Takes what a run has made that has ended in good order.
     *
     * @return false if Java has begun to make it and failed, which it does after the server itself has ended; what
     *     there is of it is deleted by the next start
     */
    static boolean keep(ServerPlace place) {
        String mine = place.server().word() + "-";
        try (Stream<Path> files = Files.list(place.run())) {
            List<Path> made = files.filter(
                            file -> name(file).startsWith(mine) && name(file).contains(SUFFIX + MAKING))
                    .toList();
            // Java deletes what it has beside the cache once that is whole.
            if (made.stream().anyMatch(file -> !name(file).endsWith(SUFFIX + MAKING))) {
                return false;
            }
            for (Path each : made) {
                String name = name(each);
                Files.move(each, each.resolveSibling(name.substring(0, name.length() - MAKING.length())));
            }
            return true;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the class cache in " + place.run() + " cannot be kept", e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * Deletes what the server starts with. It is native code and bound to what the processor can: on another machine,
     * or damaged, it may end Java before Java can say why.
     *
     * @return false if the server has none
     */
    static boolean discard(ServerPlace place) {
        boolean had = false;
        try (Stream<Path> files = Files.list(place.run())) {
            for (Path each : files.toList()) {
                if (name(each).startsWith(place.server().word() + "-")
                        && name(each).endsWith(SUFFIX)) {
                    had |= Files.deleteIfExists(each);
                }
            }
            return had;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the class cache in " + place.run() + " cannot be deleted", e);
        }
    }

    /** Deletes those of the same server that are for another Java or another build, and halves. */
    void forgetOthers() throws IOException {
        String name = name(file);
        String mine = name.substring(0, name.indexOf('-') + 1);
        try (Stream<Path> files = Files.list(file.resolveSibling("").toAbsolutePath())) {
            for (Path each : files.toList()) {
                String other = name(each);
                if (other.startsWith(mine) && other.contains(SUFFIX) && !other.equals(name)) {
                    Files.delete(each);
                }
            }
        }
    }
}
