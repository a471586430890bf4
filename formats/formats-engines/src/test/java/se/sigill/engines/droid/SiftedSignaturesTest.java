package se.sigill.engines.droid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.byteseek.matcher.sequence.SequenceMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.gov.nationalarchives.droid.core.BinarySignatureIdentifier;
import uk.gov.nationalarchives.droid.core.SignatureParseException;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationResult;
import uk.gov.nationalarchives.droid.core.interfaces.RequestIdentifier;
import uk.gov.nationalarchives.droid.core.interfaces.resource.FileSystemIdentificationRequest;
import uk.gov.nationalarchives.droid.core.interfaces.resource.RequestMetaData;
import uk.gov.nationalarchives.droid.core.signature.droid6.ByteSequence;
import uk.gov.nationalarchives.droid.core.signature.droid6.InternalSignature;
import uk.gov.nationalarchives.droid.core.signature.droid6.SubSequence;

/** Sifting changes no answer. */
class SiftedSignaturesTest {
    @TempDir
    Path folder;

    @Test
    void findsWhatDroidFindsInAFileMadeForEachSignature() throws IOException, SignatureParseException {
        BinarySignatureIdentifier plain = opened();
        BinarySignatureIdentifier sifted = opened();
        sifted.getSigFile()
                .setInternalSignatureCollection(
                        new SiftedSignatures(sifted.getSigFile().getSignatures()));
        Path file = folder.resolve("made");
        int found = 0;

        for (InternalSignature signature : plain.getSigFile().getSignatures()) {
            Files.write(file, example(signature));
            List<String> expected = puids(plain, file);

            assertEquals(expected, puids(sifted, file));
            found += expected.isEmpty() ? 0 : 1;
        }
        assertTrue(found > 500, found + " files were identified");
    }

    private static BinarySignatureIdentifier opened() throws SignatureParseException {
        BinarySignatureIdentifier identifier = new BinarySignatureIdentifier();
        identifier.setSignatureFile(SignaturePair.fromJars().signatures().toString());
        identifier.init();
        identifier.setMaxBytesToScan(8L << 20);
        return identifier;
    }

    /** The anchors of a signature in their order, each as far in as it may begin at the earliest. */
    private static byte[] example(InternalSignature signature) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ByteSequence sequence : signature.getByteSequences()) {
            for (SubSequence part : sequence.getSubSequences()) {
                bytes.writeBytes(new byte[Math.min(4096, part.getMinSeqOffset())]);
                SequenceMatcher anchor = part.getAnchorMatcher();
                for (int i = 0; i < anchor.length(); i++) {
                    byte[] readings = anchor.getMatcherForPosition(i).getMatchingBytes();
                    bytes.write(readings[readings.length - 1]);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> puids(BinarySignatureIdentifier identifier, Path file) throws IOException {
        RequestIdentifier id = new RequestIdentifier(URI.create("file:/x"));
        id.setParentId(1L);
        id.setNodeId(2L);
        RequestMetaData meta = new RequestMetaData(Files.size(file), 0L, "made");
        try (FileSystemIdentificationRequest request = new FileSystemIdentificationRequest(meta, id)) {
            request.open(file);
            return identifier.matchBinarySignatures(request).getResults().stream()
                    .map(IdentificationResult::getPuid)
                    .toList();
        }
    }
}
