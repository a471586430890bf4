package se.sigill.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.search.Hit;
import se.sigill.search.QueryClause;
import se.sigill.search.Reading;
import se.sigill.search.SearchField;
import se.sigill.search.SearchResult;
import se.sigill.search.Snippet;

final class SearchAnswerTest {
    /** Clears the screen, returns to the line's beginning, a one-byte CSI, other writing directions, new lines. */
    private static final String EVIL = "a\u001b[2J\rb\u009bc\u202ed\u2066e\u2028f\u2029g\nh";

    private static final Reading READING =
            new Reading(Reading.Mode.ALL, List.of(new QueryClause.Word("bygglov")), Set.of());

    @Command(name = "show")
    private static final class Show implements Runnable {
        @Mixin
        private Printing print = new Printing();

        private final SearchAnswer answer;

        Show(SearchAnswer answer) {
            this.answer = answer;
        }

        @Override
        public void run() {
            answer.show(print);
        }
    }

    private static String shown(SearchAnswer answer, String... options) {
        StringWriter out = new StringWriter();
        assertEquals(
                0,
                new CommandLine(new Show(answer)).setOut(new PrintWriter(out)).execute(options));
        return out.toString();
    }

    private static SearchAnswer of(boolean partial, Hit... hits) {
        SearchResult result = new SearchResult(
                READING,
                40,
                List.of(hits),
                Map.of(
                        SearchField.AUTHORITY,
                        List.of(
                                new SearchResult.FacetCount("Byggnadsnämnden" + EVIL, 30),
                                new SearchResult.FacetCount("Kommunstyrelsen", 10))),
                partial);
        return new SearchAnswer(result, Optional.of("bygglov " + EVIL), List.of("bygglovet" + EVIL));
    }

    private static Hit hit(boolean quoted) {
        Snippet snippet = new Snippet("om " + EVIL + " bygglov", List.of(new Snippet.Range(3, 5)));
        return new Hit(1, "id-1", "Titel " + EVIL, 10_000, snippet, "2", "bilaga" + EVIL + ".pdf", 3, quoted);
    }

    @Test
    void letsNoTextOfADeliverySteerTheTerminal() {
        String out = shown(of(false, hit(true)));

        out.codePoints().filter(c -> c != '\n').forEach(c -> {
            int type = Character.getType(c);
            assertFalse(
                    type == Character.CONTROL
                            || type == Character.FORMAT
                            || type == Character.LINE_SEPARATOR
                            || type == Character.PARAGRAPH_SEPARATOR,
                    () -> "U+" + Integer.toHexString(c) + " in " + out);
        });
        assertEquals(6, out.lines().count(), out);
        assertTrue(out.contains("Titel a<U+001B>[2J<U+000D>b<U+009B>c<U+202E>d"), out);
        assertTrue(out.contains("om «a<U+001B>»"), out);
    }

    @Test
    void tellsWhatMayHaveBeenMeantAndHowToNarrowTheQuestion() {
        String out = shown(of(false, hit(true)));

        assertTrue(out.contains("Menade du: bygglov"), out);
        assertTrue(out.contains("Ord som börjar så: bygglovet"), out);
        assertTrue(out.contains("Kommunstyrelsen (10)"), out);
        assertFalse(out.contains("minst"), out);
    }

    @Test
    void saysThatItLookedAtAPartOnly() {
        String out = shown(of(true));

        assertTrue(out.contains("minst 40 träffar"), out);
        assertTrue(out.contains("Tiden tog slut"), out);
    }

    @Test
    void pointsToTheReadingOfWhatItDoesNotQuote() {
        String out = shown(of(false, new Hit(1, "id-1", "Utredning", 10_000, Snippet.EMPTY, "", "", 0, false)));

        assertTrue(out.contains("sigill cat id-1 metadata/text.txt"), out);
    }

    @Test
    void endsItsJsonLinesWithOneAboutTheAnswer() {
        List<Json.Obj> lines = shown(of(true, hit(true)), "--json")
                .lines()
                .map(line -> JsonReader.parse(line).asObject())
                .toList();

        assertEquals(2, lines.size());
        assertEquals(
                List.of("rank", "id", "title", "score", "snippet", "page"),
                List.copyOf(lines.getFirst().members().keySet()));
        Json.Obj last = lines.getLast();
        assertEquals(
                List.of("summary", "total", "partial", "read", "didYouMean", "suggestions", "facets"),
                List.copyOf(last.members().keySet()));
        assertEquals(40, last.integer("total"));
        assertTrue(last.bool("partial"));
        assertEquals("bygglov " + EVIL, last.text("didYouMean"));
        assertEquals(10, last.object("facets").object("authority").integer("Kommunstyrelsen"));
    }
}
