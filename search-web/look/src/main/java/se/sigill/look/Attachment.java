package se.sigill.look;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that makes a browser keep a file instead of showing it (RFC 6266). */
public final class Attachment {
    private Attachment() {}

    /** @param name in any characters; what a header cannot hold is replaced in the plain form of the name */
    public static String named(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
