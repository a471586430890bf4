package se.sigill.app.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** What a server is made of: what it keeps between two starts is good for one build only. */
final class Build {
    private static final int DIGITS = 16;

    private Build() {}

    /** A name of this Java, web archive and list of options; another if one of them is another. */
    static String of(Path war, List<String> options) throws IOException {
        String made = String.join(
                "\n",
                String.valueOf(Runtime.version()),
                war.toString(),
                Files.getLastModifiedTime(war).toString(),
                Long.toString(Files.size(war)),
                String.join("\n", options));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(made.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
