package se.sigill.core.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;

/** Key files: PKCS#8 with the public key beside it as PEM, PKCS#12 with the certificate. Mode 600, always. */
final class KeyFiles {
    private static final String ENCRYPTION = "PBEWithHmacSHA256AndAES_256";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Collections.unmodifiableSet(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----\n([A-Za-z0-9+/=\n]+)-----END \\1-----\n");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private KeyFiles() {}

    /** @throws ArchiveException.KeyTrouble if anyone but the owner may read or write the file */
    static void refuseOthers(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ArchiveException.KeyTrouble("the key file " + file + " is missing; bring it back from its copy");
        }
        if (!isPosix(file)) {
            return;
        }
        Set<PosixFilePermission> given = EnumSet.noneOf(PosixFilePermission.class);
        given.addAll(Files.getPosixFilePermissions(file));
        given.removeAll(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!given.isEmpty()) {
            throw new ArchiveException.KeyTrouble("others may read or write " + file + "; say chmod 600 " + file
                    + " and think about who has read it");
        }
    }

    /** Creates a file that was never readable to others, not even for a moment. Durable on return. */
    static void create(Path file, byte[] content) throws IOException {
        FileAttribute<?>[] mode =
                isPosix(file) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)} : none();
        Files.createFile(file, mode);
        Files.write(file, content);
        Durable.force(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Durable.forceDirectory(folder);
        }
    }

    static byte[] pem(KeyPair keys, Passphrase passphrase) throws GeneralSecurityException, IOException {
        String type = passphrase.isEmpty() ? "PRIVATE KEY" : "ENCRYPTED PRIVATE KEY";
        byte[] pkcs8 = keys.getPrivate().getEncoded();
        byte[] block = passphrase.isEmpty() ? pkcs8 : encrypt(pkcs8, passphrase);
        String text = block(type, block) + block("PUBLIC KEY", keys.getPublic().getEncoded());
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static KeyPair readPem(Path file, KeyName name, Passphrase passphrase)
            throws GeneralSecurityException, IOException {
        refuseOthers(file);
        Matcher blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        byte[] first = next(blocks, passphrase.isEmpty() ? "PRIVATE KEY" : "ENCRYPTED PRIVATE KEY", file);
        byte[] second = next(blocks, "PUBLIC KEY", file);
        KeyFactory factory = KeyFactory.getInstance(name.algorithm());
        PKCS8EncodedKeySpec secret = passphrase.isEmpty()
                ? new PKCS8EncodedKeySpec(first)
                : decrypt(new EncryptedPrivateKeyInfo(first), passphrase);
        return new KeyPair(factory.generatePublic(new X509EncodedKeySpec(second)), factory.generatePrivate(secret));
    }

    static byte[] pkcs12(Identity identity, String alias, Passphrase passphrase)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, passphrase.characters());
        store.setKeyEntry(
                alias, identity.key(), passphrase.characters(), identity.chain().toArray(Certificate[]::new));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, passphrase.characters());
        return out.toByteArray();
    }

    /** The first key of the store, whatever its alias: a store that an authority got elsewhere has its own. */
    static Identity readPkcs12(Path file, Passphrase passphrase) throws GeneralSecurityException, IOException {
        refuseOthers(file);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), passphrase.characters());
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, passphrase.characters()) instanceof PrivateKey key) {
                List<X509Certificate> chain = new ArrayList<>();
                for (Certificate certificate : store.getCertificateChain(alias)) {
                    chain.add((X509Certificate) certificate);
                }
                return new Identity(key, chain);
            }
        }
        throw new ArchiveException.KeyTrouble("no private key lies in " + file);
    }

    private static byte[] next(Matcher blocks, String type, Path file) {
        if (!blocks.find() || !blocks.group(1).equals(type)) {
            throw new ArchiveException.KeyTrouble("\"" + type + "\" was expected in " + file
                    + "; is the passphrase configured as when the key was made?");
        }
        return Base64.getMimeDecoder().decode(blocks.group(2));
    }

    private static String block(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + LINES.encodeToString(content) + "\n-----END " + type + "-----\n";
    }

    private static byte[] encrypt(byte[] pkcs8, Passphrase passphrase) throws GeneralSecurityException, IOException {
        Cipher cipher = Cipher.getInstance(ENCRYPTION);
        cipher.init(Cipher.ENCRYPT_MODE, secret(passphrase));
        // The JDK does not know its own name of the scheme as an object identifier; PBES2 (RFC 8018) is the same.
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(pkcs8)).getEncoded();
    }

    private static PKCS8EncodedKeySpec decrypt(EncryptedPrivateKeyInfo info, Passphrase passphrase)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ENCRYPTION);
        cipher.init(Cipher.DECRYPT_MODE, secret(passphrase), info.getAlgParameters());
        return info.getKeySpec(cipher);
    }

    private static SecretKey secret(Passphrase passphrase) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance(ENCRYPTION).generateSecret(new PBEKeySpec(passphrase.characters()));
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] none() {
        return new FileAttribute<?>[0];
    }
}
