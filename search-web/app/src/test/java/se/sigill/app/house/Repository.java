package se.sigill.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The files of the checkout that are ours: neither built nor of version control. */
final class Repository {
    static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("sigill.root"), "sigill.root is not set"));
    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", "var", "var-outside", ".sigill", ".idea", ".vscode", "node_modules");

    private Repository() {}

    /** In the order of their paths, relative to the root. */
    static List<Path> files(Predicate<Path> wanted) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                    boolean skip = NOT_OURS.contains(String.valueOf(folder.getFileName()));
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                    Path relative = ROOT.relativize(file);
                    if (wanted.test(relative)) {
                        found.add(relative);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    static List<Path> java() {
        return files(p -> p.toString().endsWith(".java"));
    }

    static List<Path> mainJava() {
        return files(p -> p.toString().endsWith(".java") && p.toString().contains("src/main/java"));
    }

    static List<Path> markdown() {
        return files(p -> p.toString().endsWith(".md"));
    }

    static String text(Path relative) {
        try {
            return Files.readString(ROOT.resolve(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(relative + " is no UTF-8 text", e);
        }
    }
}
