package se.sigill.engines.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.engines.tika.Charsets;

/** HTML decoded, and the character set that was used. */
public record HtmlBytes(String text, Charset charset) {
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);

    /** As far as a browser looks. */
    private static final int LOOK_BYTES = 4096;

    public static HtmlBytes of(byte[] bytes) {
        return of(bytes, "");
    }

    /** @param header what the transport says; goes before what the document says */
    public static HtmlBytes of(byte[] bytes, String header) {
        String head = new String(bytes, 0, Math.min(LOOK_BYTES, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        String name = !header.isEmpty() ? header : declared.find() ? declared.group(1) : "";
        Charset charset = Charsets.of(bytes, name);
        return new HtmlBytes(Charsets.decode(bytes, charset), charset);
    }
}
