package se.sigill.core.tlog;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key that signs notes: a name, a 32-bit id computed from name and key, and an Ed25519 key (signature type 1
 * of c2sp.org/signed-note). Its text is one line, {@code name+id+key}, the "vkey" of Go's note tools.
 */
public final class NoteKey {
    private static final byte ED25519 = 1;
    private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int KEY_BYTES = 32;
    private static final Pattern TEXT = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private NoteKey(String name, byte[] raw, PublicKey key) {
        this.name = Notes.keyName(name);
        this.raw = raw;
        this.key = key;
    }

    /** @throws TlogFormatException if the name is no key name or the key is no Ed25519 key */
    public static NoteKey of(String name, PublicKey key) {
        if (!(key instanceof EdECPublicKey ed) || !ed.getParams().getName().equals("Ed25519")) {
            throw new TlogFormatException("the key is no Ed25519 key");
        }
        return new NoteKey(name, raw(ed), key);
    }

    /** Reads {@code name+id+key}. @throws TlogFormatException if the form is another or the id does not fit the key */
    public static NoteKey parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new TlogFormatException("a key is written name+id+key");
        }
        byte[] typed = Notes.base64(matcher.group(3));
        if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519) {
            throw new TlogFormatException("the key is no Ed25519 key");
        }
        byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
        NoteKey key = new NoteKey(matcher.group(1), raw, decode(raw));
        if (!key.idHex().equals(matcher.group(2))) {
            throw new TlogFormatException("the id does not fit name and key");
        }
        return key;
    }

    public String name() {
        return name;
    }

    /** First four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ key). An identifier, no fingerprint: four bytes can be forged. */
    public byte[] id() {
        return Arrays.copyOf(digest(), 4);
    }

    public String idHex() {
        return HexFormat.of().formatHex(id());
    }

    /** All 32 bytes that {@link #id} begins, hexadecimal: what a person compares before trusting a key. */
    public String fingerprint() {
        return HexFormat.of().formatHex(digest());
    }

    public PublicKey publicKey() {
        return key;
    }

    /** True if the signature (64 bytes, RFC 8032) fits the text under this key. */
    public boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length or with a point off the curve is reported by exception: it is just false.
            return false;
        }
    }

    private byte[] digest() {
        MessageDigest sha256 = TreeHash.sha256();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(ED25519);
        return sha256.digest(raw);
    }

    private static byte[] raw(EdECPublicKey key) {
        byte[] bigEndian = key.getPoint().getY().toByteArray();
        byte[] raw = new byte[KEY_BYTES];
        for (int i = 0; i < bigEndian.length && i < KEY_BYTES; i++) {
            raw[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            raw[KEY_BYTES - 1] |= (byte) 0x80;
        }
        return raw;
    }

    private static PublicKey decode(byte[] raw) {
        byte[] spki = Arrays.copyOf(SPKI_HEAD, SPKI_HEAD.length + KEY_BYTES);
        System.arraycopy(raw, 0, spki, SPKI_HEAD.length, KEY_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new TlogFormatException("the key is no Ed25519 key", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return new BigInteger(raw).hashCode() ^ name.hashCode();
    }

    /** The third part of the text: type and key in base64, in which there may be a {@code +} as well. */
    public String encoded() {
        byte[] typed = new byte[KEY_BYTES + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, KEY_BYTES);
        return Base64.getEncoder().encodeToString(typed);
    }

    /** {@code name+id+key}. */
    @Override
    public String toString() {
        return name + "+" + idHex() + "+" + encoded();
    }
}
