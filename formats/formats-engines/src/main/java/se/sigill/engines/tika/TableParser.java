package se.sigill.engines.tika;

import java.util.Map;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;

/**
 * Tika's own parser with the table of which parser reads what made once. Tika makes it anew for each part, twice: a
 * twentieth of what reading small files costs.
 */
final class TableParser extends AutoDetectParser {
    private static final long serialVersionUID = 1;

    private final transient Map<MediaType, Parser> table;

    TableParser(TikaConfig tika) {
        super(tika);
        ParseContext none = new ParseContext();
        this.table = Map.copyOf(
                tika.getParser() instanceof CompositeParser configured
                        ? configured.getParsers(none)
                        : super.getParsers(none));
    }

    @Override
    public Map<MediaType, Parser> getParsers(ParseContext context) {
        return table;
    }
}
