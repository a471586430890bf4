package se.sigill.core.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What lies in the folder of an object, seen in one walk that follows no link. For one thread. */
final class ObjectTree implements FileVisitor<Path> {
    /** Version folders are flat but for a few levels; deeper ones are not ours. */
    private static final int DEPTH_MAX = 32;

    /** In place of a size: a folder, a link or a device. */
    private static final long FOLDER = -1;

    private static final long OTHER = -2;

    private final Path object;
    private final Consumer<String> unreadable;
    private final TreeMap<String, Long> sizes = new TreeMap<>();
    private final Set<String> closed = new TreeSet<>();

    /** @param unreadable gets the name of what cannot be looked into */
    ObjectTree(Path object, Consumer<String> unreadable) {
        this.object = object;
        this.unreadable = unreadable;
    }

    void read() {
        try {
            Files.walkFileTree(object, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH_MAX, this);
        } catch (IOException e) {
            close("");
        }
    }

    /** Files, links and folders by name. */
    Set<String> names() {
        return sizes.keySet();
    }

    boolean isThere(String name) {
        return size(name) >= 0;
    }

    boolean isFolder(String name) {
        return size(name) == FOLDER;
    }

    /** No file of that name is there; false if it lies in a folder that cannot be looked into. */
    boolean isMissing(String name) {
        return !isThere(name) && !isHidden(name);
    }

    boolean isMissingFolder(String name) {
        return !isFolder(name) && !isHidden(name);
    }

    /** Negative if it is no file. */
    long size(String name) {
        return sizes.getOrDefault(name, OTHER);
    }

    private boolean isHidden(String name) {
        return closed.stream().anyMatch(folder -> folder.isEmpty() || (name + "/").startsWith(folder + "/"));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = name(folder);
        if (!name.isEmpty()) {
            sizes.put(name, FOLDER);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        sizes.put(name(file), attributes.isRegularFile() ? attributes.size() : OTHER);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        close(name(file));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        if (failure != null) {
            close(name(folder));
        }
        return FileVisitResult.CONTINUE;
    }

    private void close(String name) {
        if (closed.add(name)) {
            unreadable.accept(name);
        }
    }

    private String name(Path path) {
        return object.relativize(path).toString().replace('\\', '/');
    }
}
