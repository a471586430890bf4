package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.core.disk.Durable;
import se.sigill.core.proof.Sha;

/**
 * The public half of the inbox key as it lies outside, {@code keys/inbox.pub}: one X25519 key as PEM (RFC 7468,
 * RFC 8410), which {@code openssl pkey -pubin} shows. Stateless.
 */
public final class InboxKey {
    /** How much of the digest names a key in a letter: enough to tell a few keys apart, and no proof of anything. */
    static final int ID_BYTES = 8;

    private static final int FILE_BYTES_MAX = 1024;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]{1,200})-----END PUBLIC KEY-----\n");

    private InboxKey() {}

    /** The key's name in letters: the first eight bytes of the SHA-256 of its DER form, hexadecimal. */
    public static String id(PublicKey key) {
        return HexFormat.of().formatHex(idBytes(key));
    }

    static byte[] idBytes(PublicKey key) {
        return Bytes.part(Sha.sha256(key.getEncoded()), 0, ID_BYTES);
    }

    /** The text of the file. @throws IllegalArgumentException if the key is no X25519 key */
    public static String pem(PublicKey key) {
        if (!isX25519(key)) {
            throw new IllegalArgumentException("the inbox has an X25519 key, and this is another kind");
        }
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Empty if the text is no X25519 key in this form. */
    public static Optional<PublicKey> ofPem(String text) {
        Matcher pem = PEM.matcher(text);
        if (!pem.matches()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
            PublicKey key = KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(der));
            return isX25519(key) ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Puts the key in the place of the one before. Durable on return; the folder must be there. */
    public static void write(Path file, PublicKey key) throws IOException {
        Durable.replace(file, pem(key).getBytes(US_ASCII));
    }

    /** Empty if the file is not there or holds no such key. */
    public static Optional<PublicKey> read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > FILE_BYTES_MAX) {
            return Optional.empty();
        }
        return ofPem(new String(Files.readAllBytes(file), US_ASCII));
    }

    private static boolean isX25519(PublicKey key) {
        return key instanceof XECPublicKey curve
                && curve.getParams() instanceof NamedParameterSpec named
                && named.getName().equals(NamedParameterSpec.X25519.getName());
    }
}
