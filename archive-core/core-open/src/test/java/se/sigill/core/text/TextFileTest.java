package se.sigill.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextFileTest {

    @Test
    void writesTheFormThatTheSpecificationShows() {
        ExtractedText text = new ExtractedText(List.of(
                new TextPart("0", "Brev \"1\".eml", "message/rfc822", List.of(new TextPage(0, "Hej\n@anna\n"))),
                new TextPart("1", "", "application/pdf", List.of(new TextPage(1, ""), new TextPage(2, "å")))));

        assertEquals("""
                @sigill/text/1
                @part {"path":"0","name":"Brev \\"1\\".eml","mime":"message/rfc822"}
                @page 0
                Hej
                @@anna

                @part {"path":"1","name":"","mime":"application/pdf"}
                @page 1

                @page 2
                å
                """, TextFile.write(text));
        assertEquals(text, TextFile.read(TextFile.write(text)));
    }

    @Test
    void foldsLineEndsAndControls() {
        ExtractedText text = one("a\r\nb\rc\fd\u001b\ud800e");

        assertEquals(one("a\nb\nc d \ufffde"), TextFile.read(TextFile.write(text)));
    }

    @Test
    void refusesWhatIsCutOff() {
        String whole = TextFile.write(one("abc"));

        assertThrows(IllegalArgumentException.class, () -> TextFile.read(whole.substring(0, whole.length() - 1)));
        assertThrows(IllegalArgumentException.class, () -> TextFile.read(""));
        assertThrows(IllegalArgumentException.class, () -> TextFile.read("@sigill/text/2\n"));
        assertThrows(IllegalArgumentException.class, () -> TextFile.read("@sigill/text/1\nloose\n"));
        assertThrows(IllegalArgumentException.class, () -> TextFile.read("@sigill/text/1\n@foo\n"));
    }

    @Property(tries = 500)
    void readsWhatItWrote(
            @ForAll @Size(max = 4) List<@StringLength(max = 12) @CharRange(from = '?', to = 'B') String> lines) {
        ExtractedText text = one(String.join("\n", lines));

        assertEquals(text, TextFile.read(TextFile.write(text)));
    }

    private static ExtractedText one(String page) {
        return new ExtractedText(List.of(new TextPart("0", "a.txt", "text/plain", List.of(new TextPage(0, page)))));
    }
}
