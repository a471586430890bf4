package se.sigill.app.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.inbox.Letter;
import se.sigill.core.keys.ServerKey;
import se.sigill.core.store.Digests;

/**
 * Whatever in some folders could be a key of 32 bytes: numbers in hexadecimal and base 64, digests of files and of their
 * names, every 32 bytes of small files, and what looks like a code. Tried on what lies encrypted there.
 */
final class FoundKeys {
    private static final int KEY_BYTES = 32;
    /** Files that hold keys are small; of others only what is written as text in them is tried. */
    private static final int SMALL_BYTES = 8 << 10;

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{43}");
    private static final Pattern CODE = Pattern.compile("(?:[0-9A-Za-z]{4}-){5}[0-9A-Za-z]{4}|[0-9A-Z]{24}");

    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    static FoundKeys in(List<Path> folders) throws IOException {
        FoundKeys found = new FoundKeys();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    found.of(file);
                }
            }
        }
        return found;
    }

    List<byte[]> all() {
        return List.copyOf(keys.values());
    }

    private void of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());
        add(HexFormat.of().parseHex(Digests.of(bytes).sha256()));
        add(HexFormat.of()
                .parseHex(Digests.of(name.getBytes(StandardCharsets.UTF_8)).sha256()));
        String text = name + "\n" + new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher hex = HEX.matcher(text);
        while (hex.find()) {
            add(HexFormat.of().parseHex(hex.group()));
        }
        Matcher base64 = BASE64.matcher(text);
        while (base64.find()) {
            add(Arrays.copyOf(Base64.getDecoder().decode(base64.group() + "="), KEY_BYTES));
        }
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            FollowCode.read(code.group()).ifPresent(read -> add(read.boxKey().key()));
        }
        if (name.equals("tls.p12")) {
            // Its password lies beside it.
            parts(new ServerKey(file.resolveSibling(".")).identity().key().getEncoded());
        }
        if (bytes.length <= SMALL_BYTES) {
            parts(bytes);
        }
    }

    private void parts(byte[] bytes) {
        for (int from = 0; from + KEY_BYTES <= bytes.length; from++) {
            add(Arrays.copyOfRange(bytes, from, from + KEY_BYTES));
        }
    }

    private void add(byte[] key) {
        keys.put(HexFormat.of().formatHex(key), key);
    }

    /** Whether that key opens that letter. @param to the key to which letters are sealed; what is tried is its other half */
    static boolean opens(byte[] key, PublicKey to, byte[] letter) throws GeneralSecurityException {
        String curve = ((NamedParameterSpec) ((XECPublicKey) to).getParams()).getName();
        PrivateKey half = KeyFactory.getInstance(curve)
                .generatePrivate(new XECPrivateKeySpec(new NamedParameterSpec(curve), key));
        return Letter.open(new KeyPair(to, half), letter) instanceof Letter.Opened.Content;
    }

    /** As they were found, for what is told of a failure. */
    static List<String> words(List<byte[]> keys) {
        List<String> words = new ArrayList<>();
        keys.forEach(key -> words.add(HexFormat.of().formatHex(key)));
        return words;
    }
}
