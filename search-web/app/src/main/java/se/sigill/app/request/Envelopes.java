package se.sigill.app.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.disk.Durable;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.RecordId;

/**
 * Contact envelopes: a record of their own for each request, whose one file is encrypted under a key of its own. So
 * that whoever asked is forgotten by taking away a key and disposing of one object, and everything else stays.
 *
 * <p>The key lies in {@code work/envelopes/ID.key}, mode 600. It is there, and forced, before the record is.
 */
final class Envelopes {
    static final String FORMAT = "sigill/envelope/1";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final OpenArchive archive;
    private final Path folder;

    Envelopes(OpenArchive archive) {
        this.archive = archive;
        this.folder = archive.home().work().resolve("envelopes");
    }

    /** Encrypts under a new key, which is kept. @return the text of the record's file */
    String seal(RecordId id, Envelope envelope) {
        SecureRandom random = archive.archive().surroundings().random();
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            keep(id, key);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, id, key, nonce).doFinal(JsonWriter.bytes(envelope.toJson()));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return JsonWriter.compact(Json.object()
                            .with("format", FORMAT)
                            .with("sealed", Base64.getEncoder().encodeToString(all)))
                    + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks AES-GCM", e);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the key of an envelope could not be kept", e);
        }
    }

    /** What the envelope says; empty if it is gone, or its key is. */
    Optional<Envelope> open(String id) {
        if (!RecordId.isId(id)) {
            return Optional.empty();
        }
        RecordId record = new RecordId(id);
        try {
            Path keyFile = file(record);
            Optional<CatalogueRecord> entry = archive.catalogue().find(record);
            if (entry.isEmpty() || entry.get().description().original().isEmpty() || !Files.exists(keyFile)) {
                return Optional.empty();
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(keyFile).strip());
            String path = entry.get().description().original().get().path();
            try (InputStream in =
                    archive.archive().store().open(record, 1, path).orElseThrow(IOException::new)) {
                return Optional.of(opened(record, key, in.readAllBytes()));
            }
        } catch (IOException | JsonException | IllegalArgumentException | GeneralSecurityException e) {
            throw new ArchiveException.Damaged("the envelope " + id + " cannot be opened; run sigill check", e);
        }
    }

    private static Envelope opened(RecordId id, byte[] key, byte[] file) throws GeneralSecurityException {
        Json.Obj json = (Json.Obj) JsonReader.parse(new String(file, StandardCharsets.UTF_8));
        byte[] all = Base64.getDecoder().decode(json.text("sealed"));
        if (all.length < NONCE_BYTES) {
            throw new AEADBadTagException("too short");
        }
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] plain = cipher(Cipher.DECRYPT_MODE, id, key, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        return Envelope.read(plain);
    }

    /** From here on nobody can read it, in no copy. Doing it again is harmless. */
    void forget(String id) {
        try {
            if (RecordId.isId(id) && Files.deleteIfExists(file(new RecordId(id)))) {
                Durable.forceDirectory(folder);
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the key of an envelope could not be deleted", e);
        }
    }

    private Path file(RecordId id) {
        return folder.resolve(id + ".key");
    }

    private void keep(RecordId id, byte[] key) throws IOException {
        if (!Files.exists(folder)) {
            Durable.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Durable.replace(file(id), (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The record's id is bound: an envelope cannot be put in another's place. */
    private static Cipher cipher(int mode, RecordId id, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((FORMAT + "\n" + id).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
