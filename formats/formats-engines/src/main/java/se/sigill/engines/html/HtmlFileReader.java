package se.sigill.engines.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import se.sigill.core.text.TextPage;
import se.sigill.engines.part.OpenPart;
import se.sigill.engines.part.PartContent;
import se.sigill.engines.part.PartReader;
import se.sigill.engines.part.PartTree;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.PartFacts.Meta;

/** Reads HTML files. */
public final class HtmlFileReader implements PartReader {
    private static final Set<String> TYPES = Set.of("text/html", "application/xhtml+xml");

    /** A page of more is no document; jsoup holds some ten times as much in memory. */
    private static final int BYTES_MAX = 16 << 20;

    @Override
    public boolean reads(String mime) {
        return TYPES.contains(mime);
    }

    @Override
    public PartContent read(OpenPart part, PartTree tree) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(part.file())) {
            bytes = in.readNBytes(BYTES_MAX + 1);
        }
        if (bytes.length > BYTES_MAX) {
            tree.sink()
                    .find(
                            FormatFinding.TEXT_LIMIT,
                            part.path(),
                            "only the first " + (BYTES_MAX >> 20) + " MiB were read");
        }
        HtmlBytes source = HtmlBytes.of(bytes);
        Document document = Jsoup.parse(source.text());
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Meta.CHARSET, source.charset().name());
        if (!document.title().isBlank()) {
            metadata.put(Meta.TITLE, document.title());
        }
        String text = HtmlText.of(document);
        int some = tree.sink().text().take(text.length());
        return new PartContent(List.of(new TextPage(0, text.substring(0, some))), metadata);
    }
}
