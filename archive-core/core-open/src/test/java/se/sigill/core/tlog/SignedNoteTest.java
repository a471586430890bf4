package se.sigill.core.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    /** Key, text and signature of the reference implementation (golang.org/x/mod/sumdb/note). */
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT
            + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static NoteSigner peter() throws GeneralSecurityException {
        byte[] seed = Arrays.copyOfRange(Base64.getDecoder().decode(SEED), 1, 33);
        byte[] pkcs8 = HexFormat.of()
                .parseHex("302e020100300506032b657004220420" + HexFormat.of().formatHex(seed));
        PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return new NoteSigner(NoteKey.parse(KEY), key);
    }

    static NoteSigner signer(String name) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new NoteSigner(NoteKey.of(name, pair.getPublic()), pair.getPrivate());
    }

    @Test
    void readsAndWritesThePublishedKeyAndNote() throws GeneralSecurityException {
        NoteKey key = NoteKey.parse(KEY);
        SignedNote note = SignedNote.parse(utf8(NOTE));

        assertEquals(KEY, key.toString());
        assertEquals(KEY, NoteKey.of("PeterNeumann", key.publicKey()).toString());
        assertEquals(List.of(key), note.verifiedBy(List.of(key)));
        assertEquals(NOTE, note.toString());
        assertEquals(NOTE, SignedNote.sign(TEXT, List.of(peter())).toString());
        assertTrue(key.fingerprint().startsWith(key.idHex()));
    }

    @Property(tries = 300)
    void refusesTheNoteWithAnyBitFlipped(@ForAll @IntRange(max = 1600) int at) {
        byte[] bytes = utf8(NOTE);
        int bit = at % (bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));

        boolean accepted;
        try {
            accepted = !SignedNote.parse(bytes)
                    .verifiedBy(List.of(NoteKey.parse(KEY)))
                    .isEmpty();
        } catch (TlogFormatException e) {
            accepted = false;
        }
        assertFalse(accepted, "bit " + bit);
    }

    @Property(tries = 200)
    void refusesTheKeyWithAnyCharacterChanged(
            @ForAll @IntRange(max = 1000) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] text = KEY.toCharArray();
        text[at % text.length] += (char) by;

        assertThrows(TlogFormatException.class, () -> NoteKey.parse(new String(text)));
    }

    @Test
    void ignoresStrangersAndRefusesAFalseSignatureOfAKnownKey() throws GeneralSecurityException {
        NoteSigner anna = signer("example.se/anna");
        NoteSigner bo = signer("example.se/bo");
        SignedNote note = SignedNote.sign("hej\n", List.of(anna, bo));
        SignedNote other = SignedNote.sign("nej\n", List.of(bo));
        SignedNote mixed = new SignedNote(
                "hej\n", List.of(note.signatures().get(0), other.signatures().get(0)));

        assertEquals(List.of(bo.key(), anna.key()), note.verifiedBy(List.of(bo.key(), anna.key())));
        assertEquals(List.of(anna.key()), mixed.verifiedBy(List.of(anna.key())));
        assertEquals(List.of(), mixed.verifiedBy(List.of(anna.key(), bo.key())));
        assertEquals(
                List.of(), note.verifiedBy(List.of(signer("example.se/anna").key())));
    }

    @Test
    void refusesWhatIsNoNote() {
        for (String text : List.of(
                "",
                "\n",
                "hej\n",
                "hej\n\n",
                "hej\n\n— namn\n",
                "hej\n\n— namn AAAA\n",
                "hej\n\nnamn AAAAAAAA\n",
                "hej\n\n— namn AAAAAAAA",
                "h\tej\n\n— namn AAAAAAAA\n",
                "hej\n\n— na+mn AAAAAAAA\n",
                "hej\n\n— namn AAAAAAB=\n",
                "hej\n\n—  AAAAAAAA\n")) {
            assertThrows(TlogFormatException.class, () -> SignedNote.parse(utf8(text)), text);
        }
        assertThrows(TlogFormatException.class, () -> SignedNote.parse(new byte[] {(byte) 0xc3, '\n'}));
        assertThrows(TlogFormatException.class, () -> SignedNote.parse(new byte[SignedNote.SIZE_BYTES_MAX + 1]));
        assertThrows(
                TlogFormatException.class,
                () -> SignedNote.parse(utf8("hej\n\n" + "— n AAAAAAAA\n".repeat(SignedNote.SIGNATURES_MAX + 1))));
    }

    @Test
    void refusesAPrivateKeyThatDoesNotFit() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair elliptic = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThrows(TlogFormatException.class, () -> new NoteSigner(NoteKey.parse(KEY), pair.getPrivate()));
        assertThrows(TlogFormatException.class, () -> NoteKey.of("a b", pair.getPublic()));
        assertThrows(TlogFormatException.class, () -> NoteKey.of("a", elliptic.getPublic()));
        assertThrows(TlogFormatException.class, () -> new NoteSigner(NoteKey.parse(KEY), elliptic.getPrivate()));
    }

    /** The example of c2sp.org/tlog-checkpoint; its key is not published. */
    @Test
    void readsThePublishedCheckpoint() {
        String text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        byte[] bytes = utf8(
                text
                        + "\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n");
        Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(bytes));

        assertEquals("example.com/behind-the-sofa", checkpoint.origin());
        assertEquals(20_852_163, checkpoint.size());
        assertEquals(text, checkpoint.text());
        assertArrayEquals(bytes, SignedNote.parse(bytes).bytes());
    }

    @Test
    void refusesWhatIsNoCheckpoint() {
        String root = TreeHash.ofEmptyTree().base64();
        for (String text : List.of(
                "",
                "o\n",
                "o\n0\n",
                "o\n0\n" + root,
                "\n0\n" + root + "\n",
                "o\n00\n" + root + "\n",
                "o\n-1\n" + root + "\n",
                "o\n0\nAAAA\n",
                "o\n0\n" + root + "\n\n",
                "o\n0x\n" + root + "\n",
                "o\n0\n" + root + "\n\nx\n")) {
            assertThrows(TlogFormatException.class, () -> Checkpoint.parse(text), text);
        }
        assertEquals(
                List.of("mer"), Checkpoint.parse("o\n0\n" + root + "\nmer\n").extensions());
    }

    @Test
    void readsAKeyWhoseBase64HasAPlus() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
        NoteKey key = NoteKey.of("n", keys.generateKeyPair().getPublic());
        while (!key.encoded().contains("+")) {
            key = NoteKey.of("n", keys.generateKeyPair().getPublic());
        }

        assertEquals(key, NoteKey.parse(key.toString()));
        assertTrue(key.toString().endsWith("+" + key.encoded()));
    }
}
