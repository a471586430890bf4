package se.sigill.app.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What a record costs on disk, counted by walking the store. A folder that holds an OCFL object declaration is an
 * object; it and everything below it counts, the folders above belong to all.
 *
 * @param sizeBytes sum of the files' lengths
 */
record ObjectCost(long objects, long files, long directories, long sizeBytes) {

    static ObjectCost of(Path store) throws IOException {
        Walk walk = new Walk();
        Files.walkFileTree(store, walk);
        return new ObjectCost(walk.objects, walk.files, walk.directories, walk.bytes);
    }

    double filesPerObject() {
        return files / (double) Math.max(1, objects);
    }

    double directoriesPerObject() {
        return directories / (double) Math.max(1, objects);
    }

    double bytesPerObject() {
        return sizeBytes / (double) Math.max(1, objects);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private long objects;
        private long files;
        private long directories;
        private long bytes;
        /** How deep below an object's root the walk is; 0 outside of objects. */
        private int depth;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (depth > 0 || Files.exists(folder.resolve("0=ocfl_object_1.1"))) {
                objects += depth == 0 ? 1 : 0;
                depth++;
                directories++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (depth > 0) {
                files++;
                bytes += attributes.size();
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            depth -= depth > 0 ? 1 : 0;
            return FileVisitResult.CONTINUE;
        }
    }
}
