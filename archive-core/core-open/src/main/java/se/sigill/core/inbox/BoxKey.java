package se.sigill.core.inbox;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;

/**
 * Name and key of one requester's box. Whoever has it reads and writes the box; the code does not follow from it.
 *
 * @param name 32 hexadecimal digits
 * @param key 256 bits
 */
@SuppressWarnings("ArrayRecordComponent") // Copied on both ways, compared by content, never printed.
public record BoxKey(String name, byte[] key) {
    /** @throws IllegalArgumentException if the name is none or the key has not 32 bytes */
    public BoxKey {
        Bytes.requireName(name);
        if (key.length != Gcm.KEY_BYTES) {
            throw new IllegalArgumentException("the key of a box has " + Gcm.KEY_BYTES + " bytes");
        }
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    /**
     * What the receipt says, {@code 3F9A-07C2}: the beginning of the name, which lies open outside. Whoever knows it
     * can be told that a request is there, and opens nothing.
     */
    public String reference() {
        String digits = name.substring(0, 8).toUpperCase(Locale.ROOT);
        return digits.substring(0, 4) + "-" + digits.substring(4);
    }

    /** {@code {"name","key"}}, the key in base 64. It opens the box: only into what is encrypted, or kept inside. */
    public Json.Obj toJson() {
        return Json.object().with("name", name).with("key", Base64.getEncoder().encodeToString(key));
    }

    /** @throws JsonException if it is not exactly of that form */
    public static BoxKey fromJson(Json.Obj json) {
        Fields fields = new Fields(json);
        String name = fields.text("name", 2 * Bytes.NAME_BYTES);
        String key = fields.text("key", 2 * Gcm.KEY_BYTES);
        fields.end();
        return Fields.checked(() -> new BoxKey(name, Base64.getDecoder().decode(key)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoxKey box && name.equals(box.name) && MessageDigest.isEqual(key, box.key);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "BoxKey[" + name + ", key hidden]";
    }
}
