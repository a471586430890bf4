package se.sigill.core.text;

import java.util.ArrayList;
import java.util.List;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/**
 * The form on disk of extracted text, {@code sigill/text/1}: UTF-8, LF.
 *
 * <pre>
 * {@literal @}sigill/text/1
 * {@literal @}part {"path":"0","name":"Protokoll.pdf","mime":"application/pdf"}
 * {@literal @}page 1
 * The text of the page; a line that begins with {@literal @} is written with two.
 * </pre>
 *
 * Reading gives back what was written, except that line ends become LF and other control characters blanks.
 */
public final class TextFile {
    private static final String HEAD = "@sigill/text/1";

    private TextFile() {}

    public static String write(ExtractedText text) {
        StringBuilder out = new StringBuilder(HEAD).append('\n');
        for (TextPart part : text.parts()) {
            Json head = Json.object()
                    .with("path", part.path())
                    .with("name", part.name())
                    .with("mime", part.mime());
            out.append("@part ").append(JsonWriter.compact(head)).append('\n');
            for (TextPage page : part.pages()) {
                out.append("@page ").append(page.number()).append('\n');
                appendLines(out, clean(page.text()));
            }
        }
        return out.toString();
    }

    /** @throws IllegalArgumentException if the text is not of this form; the message names the line */
    public static ExtractedText read(String file) {
        List<TextPart> parts = new ArrayList<>();
        List<TextPage> pages = new ArrayList<>();
        Json.Obj head = null;
        StringBuilder text = null;
        int number = 0;
        int line = 0;
        for (int at = 0; at < file.length(); ) {
            int end = file.indexOf('\n', at);
            if (end < 0) {
                throw new IllegalArgumentException("line " + (line + 1) + " is cut off");
            }
            String row = file.substring(at, end);
            at = end + 1;
            line++;
            if (line == 1) {
                if (!row.equals(HEAD)) {
                    throw new IllegalArgumentException("line 1 is not " + HEAD);
                }
            } else if (row.startsWith("@@") || !row.startsWith("@")) {
                if (text == null) {
                    throw new IllegalArgumentException("line " + line + " is text outside of a page");
                }
                text.append(row, row.startsWith("@@") ? 1 : 0, row.length()).append('\n');
            } else {
                if (text != null) {
                    pages.add(page(number, text));
                    text = null;
                }
                if (row.startsWith("@page ") && head != null) {
                    number = Integer.parseInt(row.substring(6));
                    text = new StringBuilder();
                } else if (row.startsWith("@part ")) {
                    if (head != null) {
                        parts.add(part(head, pages));
                    }
                    pages = new ArrayList<>();
                    head = JsonReader.parse(row.substring(6)).asObject();
                } else {
                    throw new IllegalArgumentException("line " + line + " is an unknown mark");
                }
            }
        }
        if (line == 0) {
            throw new IllegalArgumentException("the text file is empty");
        }
        if (text != null) {
            pages.add(page(number, text));
        }
        if (head != null) {
            parts.add(part(head, pages));
        }
        return new ExtractedText(parts);
    }

    private static TextPage page(int number, StringBuilder text) {
        // The writer ends every page with one line feed of its own.
        return new TextPage(number, text.isEmpty() ? "" : text.substring(0, text.length() - 1));
    }

    private static TextPart part(Json.Obj head, List<TextPage> pages) {
        return new TextPart(head.text("path"), head.text("name"), head.text("mime"), pages);
    }

    private static void appendLines(StringBuilder out, String text) {
        for (int at = 0; at <= text.length(); ) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                end = text.length();
            }
            if (at < text.length() && text.charAt(at) == '@') {
                out.append('@');
            }
            out.append(text, at, end).append('\n');
            at = end + 1;
        }
    }

    private static String clean(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (control(c) || Character.isSurrogate(c)) {
                return cleanSlowly(lines);
            }
        }
        return lines;
    }

    private static boolean control(char c) {
        return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
    }

    private static String cleanSlowly(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x10000 && control((char) c)) {
                out.append(' ');
            } else if (c >= 0xd800 && c <= 0xdfff) {
                out.append('\ufffd');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
