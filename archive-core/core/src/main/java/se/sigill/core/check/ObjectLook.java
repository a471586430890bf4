package se.sigill.core.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonException;
import se.sigill.core.proof.Sha;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordJson;
import se.sigill.core.verify.FileDigest;
import se.sigill.core.verify.Mismatch;
import se.sigill.core.verify.ObjectVerifier;
import se.sigill.core.verify.StoredFile;
import se.sigill.core.verify.VerifyFinding;

/**
 * One object looked at: its shape and small files by one thread, then its large files by any. What was seen is
 * read when all are done.
 */
final class ObjectLook {
    /** Larger files are read after the small ones of the window, the largest first. */
    static final long LARGE_BYTES_MIN = 1 << 20;

    /** A description of 50,000 parts has some 20 MB; a longer one is read as any file. */
    private static final long DESCRIPTION_BYTES_MAX = 64L << 20;

    private final Path archive;
    private final Due due;
    private final List<Finding> shape = new ArrayList<>();
    private final List<Finding> reading = new ArrayList<>();
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final ObjectVerifier verifier;
    /** What {@code record.json} says of files, by SHA-512. */
    private final Map<String, FileFact> described = new HashMap<>();

    private final List<StoredFile> large = new ArrayList<>();
    private long files;
    private long bytes;

    ObjectLook(Path archive, Due due) {
        this.archive = archive;
        this.due = due;
        this.verifier = new ObjectVerifier(archive, due.facts(), shape::add);
    }

    Due due() {
        return due;
    }

    /** Everything but the large files. */
    void begin(FileDigest digest) {
        List<StoredFile> all = new ArrayList<>(verifier.verify());
        describe(all);
        for (StoredFile file : all) {
            if (file.sizeBytes() >= LARGE_BYTES_MIN) {
                large.add(file);
            } else {
                read(file, digest);
            }
        }
    }

    /** Those that {@link #begin} left to {@link #read}. */
    List<StoredFile> large() {
        return large;
    }

    /** Compares the bytes of a file. May be called by several threads for several files. */
    void read(StoredFile file, FileDigest digest) {
        FileFact fact = described.get(file.sha512());
        try {
            FileDigest.Taken taken = fact == null ? digest.sha512(file.path()) : digest.sha256(file.path());
            boolean right = taken.hex().equals(fact == null ? file.sha512() : fact.sha256());
            count(taken.sizeBytes());
            if (!right) {
                wrong(file, fact == null ? taken : digest.sha512(file.path()), Optional.ofNullable(fact));
            }
        } catch (IOException e) {
            tell(ObjectVerifier.unreadable(file, e));
        }
    }

    private void wrong(StoredFile file, FileDigest.Taken taken, Optional<FileFact> fact) {
        if (taken.hex().equals(file.sha512())) {
            String message = "it has the SHA-512 of the inventory, but not the SHA-256 of record.json";
            tell(Finding.of(CheckFinding.DIGESTS_DISAGREE, file.where(), message));
        } else if (fact.isPresent()) {
            OptionalLong sealed = OptionalLong.of(fact.get().sizeBytes());
            tell(new Mismatch(file.where(), file.sha512(), taken.hex(), taken.sizeBytes(), sealed));
        } else {
            tell(verifier.mismatch(file, taken));
        }
    }

    /** Reads the newest description and takes it off the list, if its bytes are those the inventory names. */
    private void describe(List<StoredFile> all) {
        Optional<StoredFile> newest = Optional.empty();
        for (StoredFile file : all) {
            if (file.name().endsWith("/content/" + RecordPackage.RECORD)
                    && newest.filter(n -> version(n) > version(file)).isEmpty()) {
                newest = Optional.of(file);
            }
        }
        if (newest.isEmpty() || newest.get().sizeBytes() > DESCRIPTION_BYTES_MAX) {
            return;
        }
        try {
            byte[] text = Files.readAllBytes(newest.get().path());
            if (HexFormat.of()
                    .formatHex(Sha.sha512().digest(text))
                    .equals(newest.get().sha512())) {
                all.remove(newest.get());
                count(text.length);
                RecordJson.read(new String(text, StandardCharsets.UTF_8))
                        .files()
                        .forEach(fact -> described.put(fact.sha512(), fact));
            }
        } catch (IOException | JsonException e) {
            // Then content is read with SHA-512 like the rest; a file that cannot be read is told when its turn comes.
            described.clear();
        }
    }

    private static int version(StoredFile file) {
        return Integer.parseInt(file.name().substring(1, file.name().indexOf('/')));
    }

    private synchronized void count(long size) {
        files++;
        bytes += size;
    }

    private synchronized void tell(Finding finding) {
        reading.add(finding);
    }

    private synchronized void tell(Mismatch mismatch) {
        mismatches.add(mismatch);
    }

    synchronized long bytes() {
        return bytes;
    }

    boolean isClean() {
        return shape.isEmpty() && reading.isEmpty() && mismatches.isEmpty();
    }

    /** Keeps of the faults of shape only those that are seen a second time. */
    void lookAgain() {
        if (!shape.isEmpty()) {
            List<Finding> second = new ArrayList<>();
            List<StoredFile> unused = new ObjectVerifier(archive, due.facts(), second::add).verify();
            shape.retainAll(new HashSet<>(second));
            reading.removeIf(f -> f.code() == VerifyFinding.UNREADABLE && unused.isEmpty());
        }
    }

    /** Somebody is changing the object: only wrong bytes count. */
    void excuse() {
        shape.clear();
        reading.removeIf(f -> f.code() == VerifyFinding.UNREADABLE);
        if (isClean()) {
            shape.add(Finding.of(CheckFinding.UNDER_WAY, verifier.where(), "the object is being changed"));
        }
    }

    void addTo(Tally tally) {
        if (due.facts().isDisposed()) {
            tally.disposed += shape.stream().anyMatch(f -> f.code() == VerifyFinding.DISPOSED) ? 1 : 0;
        } else {
            tally.objects++;
        }
        tally.files += files;
        tally.bytes += bytes;
        shape.forEach(tally::add);
        reading.forEach(tally::add);
        mismatches.forEach(tally::add);
    }
}
