package se.sigill.engines.tika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.junit.jupiter.api.Test;

class TableParserTest {
    /** For each type the parser that Tika would come to, however deep it lies, and no other type. */
    @Test
    void readsEachTypeWithTheParserThatTikaChooses() {
        TikaConfig tika = TikaReader.config();
        AutoDetectParser own = new AutoDetectParser(tika);
        ParseContext context = new ParseContext();

        Map<MediaType, Parser> table = new TableParser(tika).getParsers(context);

        assertTrue(table.size() > 200, table.size() + " types");
        assertEquals(own.getParsers(context).keySet(), table.keySet());
        table.forEach((type, parser) -> assertSame(deepest(own, type, context), parser, type.toString()));
        assertEquals(
                new TableParser(tika).getFallback().getClass(),
                own.getFallback().getClass());
    }

    private static Parser deepest(Parser parser, MediaType type, ParseContext context) {
        return parser instanceof CompositeParser composite
                        && composite.getParsers(context).containsKey(type)
                ? deepest(composite.getParsers(context).get(type), type, context)
                : parser;
    }
}
