package se.sigill.app.run;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A browser of somebody on the staff: keeps its cookie, says where its forms come from, follows nothing by itself. */
public final class StaffBrowser {
    private static final String BOUNDARY = "gransmellandelar";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final HttpClient client;
    private final String address;
    private String cookie = "";

    /** @param address of the staff site, with a slash at its end */
    public StaffBrowser(HttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    public String cookie() {
        return cookie;
    }

    /** @param path without a slash before it */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /** A form of the site's own. @param path without a slash before it */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** A form of another site, that knows the cookie all the same. */
    public HttpResponse<String> postFromElsewhere(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.ofString("skal=x")));
    }

    /** A form with a file, as a browser without script sends it. */
    public HttpResponse<String> deliver(String system, String authority, String name, String type, String content)
            throws IOException, InterruptedException {
        String body = field("system", system) + field("myndighet", authority) + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"filer\"; filename=\"" + name + "\"\r\nContent-Type: "
                + type + "\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return send(HttpRequest.newBuilder(URI.create(address + "sv/leverera"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().firstValue("set-cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return response;
    }

    /** The one-time code of a secret in base32 so many steps from now (RFC 6238). */
    public static String code(String secret, int steps) throws GeneralSecurityException {
        byte[] key = new byte[secret.length() * 5 / 8];
        int bits = 0;
        int buffer = 0;
        int at = 0;
        for (char sign : secret.toCharArray()) {
            buffer = (buffer << 5) | ALPHABET.indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                key[at++] = (byte) (buffer >> bits);
            }
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        long step = System.currentTimeMillis() / 30_000 + steps;
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }
}
