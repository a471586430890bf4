package se.sigill.core.store.ocfl;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.exception.OcflJavaException;
import io.ocfl.api.model.ValidationIssue;
import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import io.ocfl.core.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;

/** What ocfl-java says about a storage root. Close it; for one thread. */
public final class OcflOpinion implements AutoCloseable {
    private final OcflRepository repository;
    private final Path scratch;

    private OcflOpinion(OcflRepository repository, Path scratch) {
        this.repository = repository;
        this.scratch = scratch;
    }

    /**
     * Opens a root for reading.
     *
     * @param root of layout 0004 with two tuples of two digits
     * @param scratch an existing directory on the same file system; stays empty, as only writing would use it
     * @throws ArchiveException.Damaged if ocfl-java does not take the directory for such a root
     */
    public static OcflOpinion open(Path root, Path scratch) {
        if (!Files.exists(root.resolve("0=ocfl_1.1"))) {
            // ocfl-java would make a new root of an empty directory.
            throw new ArchiveException.Damaged("this directory is not declared to be a storage root of OCFL 1.1");
        }
        try {
            HashedNTupleLayoutConfig layout =
                    new HashedNTupleLayoutConfig().setTupleSize(2).setNumberOfTuples(2);
            OcflRepository repository = new OcflRepositoryBuilder()
                    .defaultLayoutConfig(layout)
                    .storage(storage -> storage.fileSystem(root))
                    .workDir(scratch)
                    .build();
            return new OcflOpinion(repository, scratch);
        } catch (OcflJavaException e) {
            throw new ArchiveException.Damaged("ocfl-java does not read this directory as a storage root", e);
        }
    }

    /** Validates one object that lies anywhere, by its directory; {@code name} stands as the place of its findings. */
    public static List<Finding> validate(Path objectDirectory, String name) {
        return findings(name, Validator.validateObject(objectDirectory, true));
    }

    /** The ids of all objects, in no order; the caller closes the stream. */
    public Stream<String> objectIds() {
        return repository.listObjectIds();
    }

    /**
     * Validates one object, every digest of every file included.
     *
     * @param objectId the OCFL id, {@code urn:sigill:…}
     * @return errors and warnings; empty if it is valid
     */
    public List<Finding> validate(String objectId) {
        return findings(objectId, repository.validateObject(objectId, true));
    }

    private static List<Finding> findings(String name, ValidationResults results) {
        List<Finding> findings = new ArrayList<>();
        results.getErrors().forEach(issue -> findings.add(finding(name, issue, Severity.ERROR)));
        results.getWarnings().forEach(issue -> findings.add(finding(name, issue, Severity.WARNING)));
        return findings;
    }

    private static Finding finding(String name, ValidationIssue issue, Severity severity) {
        OcflFinding code = new OcflFinding(issue.getCode().name(), severity);
        return Finding.of(code, name, issue.getMessage());
    }

    @Override
    public void close() {
        repository.close();
        try {
            Files.deleteIfExists(scratch.resolve("ocfl-java.lock"));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the scratch directory of a validation could not be cleared", e);
        }
    }
}
