package se.sigill.core.verify;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogForm;
import se.sigill.core.proof.LeafText;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.proof.ProofFinding;
import se.sigill.core.proof.PublicProof;
import se.sigill.core.proof.PublishedEntry;
import se.sigill.core.proof.RootStatement;
import se.sigill.core.tlog.TlogFormatException;

/** Checks what a proof bundle says of the public log: the parts in {@code public/}, which come together. */
final class PublicProofVerifier {
    static final List<String> PARTS =
            List.of(ProofBundle.PUBLIC_CHECKPOINT, ProofBundle.PUBLIC_INCLUSION, ProofBundle.PUBLIC_KEY);

    private final Map<String, byte[]> parts;
    private final FindingSink sink;
    private final Signers signers;

    /** @param parts name to bytes; those of {@link #PARTS} are all there */
    PublicProofVerifier(Map<String, byte[]> parts, FindingSink sink, Signers signers) {
        this.parts = parts;
        this.sink = sink;
        this.signers = signers;
    }

    void verify(LeafText leaf, RootStatement root) {
        Optional<PublicProof.Logged> logged =
                PublicProof.Logged.parse(part(ProofBundle.PUBLIC_KEY), part(ProofBundle.PUBLIC_INCLUSION));
        if (logged.isEmpty()) {
            sink.add(ProofFinding.FORM, ProofBundle.PUBLIC_INCLUSION, "it or the key beside it is not in its form");
            return;
        }
        if (!Arrays.equals(logged.get().proof().checkpoint().bytes(), part(ProofBundle.PUBLIC_CHECKPOINT))) {
            wrong(ProofBundle.PUBLIC_CHECKPOINT, "it is another checkpoint than that of the inclusion");
        }
        checkSigned(logged.get(), root);
        checkEntry(logged.get(), leaf);
    }

    private void checkSigned(PublicProof.Logged logged, RootStatement root) {
        if (logged.proof().checkpoint().verifiedBy(List.of(logged.key())).isEmpty()
                || logged.proof().checkpoint().signatures().size() != 1) {
            wrong(ProofBundle.PUBLIC_CHECKPOINT, "it is not signed by the key beside it, and by no other");
        } else {
            signers.sawPublicLog(logged.key().toString(), ProofBundle.PUBLIC_KEY);
        }
        try {
            Head head = Head.of(logged.proof().checkpoint(), LogForm.PUBLIC);
            // The statement has the origin of the archive's log, perhaps of another epoch.
            if (!root.origin().startsWith(head.archive() + "/sigill/")) {
                wrong(ProofBundle.PUBLIC_CHECKPOINT, "it is of another archive than the seal");
            }
        } catch (TlogFormatException e) {
            wrong(ProofBundle.PUBLIC_CHECKPOINT, "it is no checkpoint of a public log");
        }
    }

    private void checkEntry(PublicProof.Logged logged, LeafText leaf) {
        Optional<PublishedEntry> entry = PublishedEntry.parse(logged.proof().extraBytes());
        String digest = HexFormat.of().formatHex(leaf.hash());
        if (entry.filter(e -> e.leaf().equals(digest)).isEmpty()) {
            wrong(ProofBundle.PUBLIC_INCLUSION, "its entry does not name the leaf");
        } else if (!logged.proof().includes(entry.get().logLeaf())) {
            wrong(ProofBundle.PUBLIC_INCLUSION, "it does not lead from the entry to the root in the checkpoint");
        }
    }

    private byte[] part(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    private void wrong(String where, String why) {
        sink.add(ProofFinding.PUBLIC_LOG, where, why);
    }
}
