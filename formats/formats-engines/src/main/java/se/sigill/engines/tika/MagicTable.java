package se.sigill.engines.tika;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.detect.TextDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.SAXException;

/**
 * Tika's table of byte patterns, asked in another way: Tika tries each of its 850 rules on every file and makes a new
 * window of 8 KiB for many of them, which takes milliseconds. Here a rule is tried only if the file has the bytes that
 * it needs. Where it takes more than the table to answer, this gives none.
 */
final class MagicTable {
    /** Tika looks at the root element too, or at the name. */
    private static final Set<String> NOT_FINAL = Set.of("application/xml", "text/html", "text/plain");

    private final List<Entry> entries;
    private final TextDetector text;

    /** A rule, for which type, and how much it counts. */
    record Entry(String type, int priority, MagicRule rule) {}

    private MagicTable(List<Entry> entries, int headBytes) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(Entry::priority).reversed())
                .toList();
        this.text = new TextDetector(headBytes);
    }

    /** Reads the table that comes with Tika. @param headBytes how much of a file Tika looks at */
    static MagicTable read(int headBytes) {
        MagicTableReader reader = new MagicTableReader();
        try (InputStream in = MimeTypes.class.getResourceAsStream("tika-mimetypes.xml")) {
            XMLReaderUtils.getSAXParser().parse(in, reader);
        } catch (IOException | SAXException | TikaException e) {
            throw new IllegalStateException("Tika's table cannot be read", e);
        }
        return new MagicTable(reader.entries(), headBytes);
    }

    /** What Tika would say of these bytes without a name; empty if Tika must be asked. */
    Optional<MediaType> type(byte[] bytes) throws IOException {
        MagicHead head = new MagicHead(bytes);
        Map<String, Integer> sizes = new TreeMap<>();
        int least = Integer.MIN_VALUE;
        for (Entry entry : entries) {
            if (entry.priority() < least) {
                break;
            }
            if (entry.rule().matches(head)) {
                sizes.merge(entry.type(), entry.rule().size(), Math::max);
                least = entry.priority();
            }
        }
        if (sizes.isEmpty()) {
            return Optional.of(text.detect(new ByteArrayInputStream(bytes), new Metadata()));
        }
        int most = Collections.max(sizes.values());
        List<String> best = sizes.keySet().stream()
                .filter(type -> sizes.getOrDefault(type, 0) == most)
                .toList();
        boolean isFinal = best.size() == 1 && !NOT_FINAL.contains(best.getFirst());
        return isFinal ? Optional.ofNullable(MediaType.parse(best.getFirst())) : Optional.empty();
    }
}
