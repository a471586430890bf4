package se.sigill.ingest.delivery;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import se.sigill.core.finding.Finding;

/** Walks a folder without following links. */
final class FolderListing implements FileVisitor<Path> {
    /** As many files as one delivery may have; more are several deliveries. */
    static final int FILES_MAX = 500_000;
    /** Deeper folders are a mistake or an attack; walking costs one open folder a level. */
    static final int DEPTH_MAX = 64;

    private final Path root;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Listing.Refused> refused = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private FolderListing(Path root) {
        this.root = root;
    }

    static Listing of(Path folder, String label) throws IOException {
        FolderListing walk = new FolderListing(folder);
        Files.walkFileTree(folder, Set.<FileVisitOption>of(), DEPTH_MAX, walk);
        walk.files.sort(Comparator.comparing(SourceFile::name));
        return new Listing(label, walk.files, walk.refused, walk.findings);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = nameOf(file);
        if (attributes.isDirectory()) {
            findings.add(
                    Finding.of(DeliveryFinding.TOO_DEEP, name, "the folder lies too deep; what it holds was not read"));
        } else if (attributes.isSymbolicLink()) {
            refuse(name, DeliveryFinding.FILE_LINK, "a symbolic link is not followed");
        } else if (!attributes.isRegularFile()) {
            refuse(name, DeliveryFinding.FILE_SPECIAL, "this is neither a file nor a folder");
        } else if (!Files.isReadable(file)) {
            refuse(name, DeliveryFinding.FILE_UNREADABLE, "the archive may not read the file");
        } else {
            files.add(new FolderFile(name, file, attributes.size()));
        }
        if (files.size() <= FILES_MAX) {
            return FileVisitResult.CONTINUE;
        }
        findings.add(Finding.of(DeliveryFinding.TOO_MANY_FILES, "", "there are more than " + FILES_MAX + " files"));
        return FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
        refuse(nameOf(file), DeliveryFinding.FILE_UNREADABLE, "the file or folder could not be read");
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException reasonOrNull) {
        return FileVisitResult.CONTINUE;
    }

    private void refuse(String name, DeliveryFinding code, String message) {
        refused.add(new Listing.Refused(name, Finding.of(code, name, message)));
    }

    private String nameOf(Path file) {
        StringBuilder name = new StringBuilder();
        for (Path part : root.relativize(file)) {
            name.append(name.isEmpty() ? "" : "/").append(part);
        }
        return name.toString();
    }
}
