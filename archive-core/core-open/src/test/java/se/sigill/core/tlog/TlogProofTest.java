package se.sigill.core.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tree of two leaves, whose proof can be written by hand: the path of one is the other. */
final class TlogProofTest {
    private static final TreeHash LEFT = TreeHash.ofLeaf("left".getBytes(StandardCharsets.UTF_8));
    private static final TreeHash RIGHT = TreeHash.ofLeaf("right".getBytes(StandardCharsets.UTF_8));

    private static SignedNote checkpoint(long size) throws GeneralSecurityException {
        return new Checkpoint("perstorp.example/log", size, TreeHash.ofNode(LEFT, RIGHT))
                .sign(List.of(SignedNoteTest.signer("perstorp.example/log")));
    }

    @Test
    void isTheTextOfTheSpecification() throws GeneralSecurityException {
        SignedNote head = checkpoint(2);
        String extra = Base64.getEncoder().encodeToString("salt".getBytes(StandardCharsets.UTF_8));
        TlogProof proof = new TlogProof(extra, new InclusionProof(1, 2, List.of(LEFT)), head);

        assertEquals(
                "c2sp.org/tlog-proof@v1\nextra " + extra + "\nindex 1\n" + LEFT.base64() + "\n\n" + head,
                proof.toString());
        assertEquals(proof, TlogProof.parse(proof.bytes()));
        assertArrayEquals("salt".getBytes(StandardCharsets.UTF_8), proof.extraBytes());
        assertTrue(proof.includes(RIGHT));
        assertFalse(proof.includes(LEFT));
    }

    @Test
    void refusesWhatIsOfAnotherFormOrSize() throws GeneralSecurityException {
        TlogProof proof = new TlogProof("", new InclusionProof(0, 2, List.of(RIGHT)), checkpoint(2));
        String text = proof.toString();

        assertEquals(proof, TlogProof.parse(proof.bytes()));
        for (String wrong : List.of(
                text.replace("@v1", "@v2"),
                text.replace("index 0", "index 00"),
                text.replace("index 0", "index -1"),
                text.replace(RIGHT.base64() + "\n\n", RIGHT.base64() + "\n"),
                text.substring(0, text.indexOf("\n\n") + 2),
                "")) {
            assertThrows(
                    TlogFormatException.class, () -> TlogProof.parse(wrong.getBytes(StandardCharsets.UTF_8)), wrong);
        }
        SignedNote other = checkpoint(3);
        assertThrows(
                TlogFormatException.class, () -> new TlogProof("", new InclusionProof(0, 2, List.of(RIGHT)), other));
    }
}
