package se.sigill.core.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.proof.ProofFiles;
import se.sigill.core.proof.ProofFinding;
import se.sigill.core.seal.SealFormats;

/**
 * Verifies paths: an archive home or its {@code archive} folder, an exported record, a proof bundle as folder or zip.
 * Writes nothing, takes no lock. Safe for threads.
 */
public final class Verifier {
    private final SealFormats formats;
    private final Optional<TrustFile> trust;
    private final Optional<byte[]> anchor;

    /**
     * @param trust whom the reader believes; empty: the answer to "from whom" is unknown
     * @param anchor a checkpoint that was kept outside, as a receipt carries it
     */
    public Verifier(SealFormats formats, Optional<TrustFile> trust, Optional<byte[]> anchor) {
        this.formats = formats;
        this.trust = trust;
        this.anchor = anchor;
    }

    /** The two answers. Whatever lies at the path, and if nothing does, is a finding. */
    public TrustReport verify(Path path) {
        FindingSink sink = new FindingSink();
        Signers signers = new Signers(trust, sink);
        try {
            verify(path, sink, signers);
        } catch (IOException | UncheckedIOException e) {
            sink.add(VerifyFinding.UNREADABLE, "", "something cannot be read: " + e.getMessage());
        }
        return new TrustReport(path.toString(), !sink.isBroken(), signers.from(), sink.sorted());
    }

    private void verify(Path path, FindingSink sink, Signers signers) throws IOException {
        Optional<Path> archive = ArchiveVerifier.folder(path);
        if (archive.isPresent()) {
            LogCheck log = new LogCheck(trust, anchor);
            new ArchiveVerifier(archive.get(), formats, sink, signers, log).verify();
        } else if (ExportVerifier.isExport(path)) {
            new ExportVerifier(path, formats, sink, signers).verify();
        } else if (ProofFiles.isBundle(path)) {
            verifyBundle(path, sink, signers);
        } else {
            sink.add(VerifyFinding.NOTHING_HERE, "", "neither an archive nor an exported record nor a proof bundle");
        }
    }

    private void verifyBundle(Path path, FindingSink sink, Signers signers) throws IOException {
        ProofFiles files;
        try {
            files = ProofFiles.open(path);
        } catch (IOException e) {
            sink.add(ProofFinding.FORM, "", "the bundle cannot be opened: " + e.getMessage());
            return;
        }
        try (files) {
            new BundleVerifier(files, formats, sink, signers).verify();
        }
    }
}
