package se.sigill.engines.tika;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import se.sigill.core.text.TextPage;
import se.sigill.engines.part.OpenPart;
import se.sigill.engines.part.PageText;
import se.sigill.engines.part.PartContent;
import se.sigill.engines.part.PartReader;
import se.sigill.engines.part.PartTree;
import se.sigill.formats.PartFacts.Meta;

/** Reads files that are text themselves: the text is the content. */
public final class TextFileReader implements PartReader {
    private static final Set<String> OTHERS =
            Set.of("application/json", "application/geo+json", "application/javascript", "application/sql");

    /** HTML and XML have readers that take the tags away. */
    private static final Set<String> NOT = Set.of("text/html", "text/xml", "text/rtf");

    @Override
    public boolean reads(String mime) {
        return OTHERS.contains(mime) || (mime.startsWith("text/") && !NOT.contains(mime));
    }

    @Override
    public PartContent read(OpenPart part, PartTree tree) throws IOException {
        long left = tree.sink().text().left();
        byte[] bytes;
        try (InputStream in = Files.newInputStream(part.file())) {
            // No character set needs more than four bytes a character; what is beyond could not be used.
            bytes = in.readNBytes((int) Math.min(4 * left + 4, 64L << 20));
        }
        Charset charset = Charsets.of(bytes, "");
        String text = Charsets.decode(bytes, charset);
        int some = tree.sink().text().take(text.length());
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Meta.CHARSET, charset.name());
        return new PartContent(List.of(new TextPage(0, PageText.tidy(text.substring(0, some)))), metadata);
    }
}
