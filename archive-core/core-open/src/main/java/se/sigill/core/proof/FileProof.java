package se.sigill.core.proof;

import java.util.Arrays;

/**
 * Everything that proves one file, without the file.
 *
 * @param leaf what the tree says of the file
 * @param path from the leaf to the root
 * @param evidenceRecord RFC 4998 evidence record over the leaf text, DER
 * @param statement what is signed
 * @param signature CAdES-B-B over the statement's bytes, detached, DER
 * @param sealChain certificates of the signer, PEM, the signer first
 * @param timeStamp RFC 3161 token over the root hash, DER
 * @param stampChain certificates of the time-stamp authority, PEM
 * @param published whether it stands in the public log
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they lie on disk; equals compares them
public record FileProof(
        LeafText leaf,
        TreePath path,
        byte[] evidenceRecord,
        RootStatement statement,
        byte[] signature,
        byte[] sealChain,
        byte[] timeStamp,
        byte[] stampChain,
        PublicProof published) {

    /** The same, saying that it stands in the public log. */
    public FileProof with(PublicProof logged) {
        return new FileProof(
                leaf, path, evidenceRecord, statement, signature, sealChain, timeStamp, stampChain, logged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileProof p
                && leaf.equals(p.leaf)
                && path.equals(p.path)
                && statement.equals(p.statement)
                && published.equals(p.published)
                && Arrays.equals(evidenceRecord, p.evidenceRecord)
                && Arrays.equals(signature, p.signature)
                && Arrays.equals(sealChain, p.sealChain)
                && Arrays.equals(timeStamp, p.timeStamp)
                && Arrays.equals(stampChain, p.stampChain);
    }

    @Override
    public int hashCode() {
        return leaf.hashCode();
    }

    @Override
    public String toString() {
        return "FileProof[" + statement.period() + "]";
    }
}
