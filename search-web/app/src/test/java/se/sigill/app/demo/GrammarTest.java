package se.sigill.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrammarTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 7);

    @Test
    void bindsAWordForTheRestOfThePaper() {
        Grammar grammar = Grammar.read(List.of("[djur]", "älg", "räv", "[par]", "{^djur=djur} och {djur}"));
        Grammar.Draft draft = new Grammar.Draft(new Dice(1), DAY);

        String pair = grammar.expand("{par}", draft);

        assertEquals(Swedish.capital(draft.bound("djur")) + " och " + draft.bound("djur"), pair);
    }

    @Test
    void writesDatesAndAmountsInSwedish() {
        Grammar grammar = Grammar.read(List.of());
        Grammar.Draft draft = new Grammar.Draft(new Dice(1), DAY);

        assertEquals("17 mars 2026", grammar.expand("{datum+10}", draft));
        assertEquals("1 240 000 kronor", grammar.expand("{kr:1240000-1240000}", draft));
    }

    @Test
    void saysNothingTwiceBeforeItHasSaidEverything() {
        Grammar grammar = Grammar.read(List.of("[djur]", "älg", "räv", "lo", "uv"));
        Grammar.Draft draft = new Grammar.Draft(new Dice(9), DAY);

        String drawn = grammar.expand("{djur} {djur} {djur} {djur}", draft);

        assertEquals(4, Set.of(drawn.split(" ", -1)).size());
    }

    @Test
    void multipliesAndSumsAsAnInvoiceMust() {
        Grammar grammar = Grammar.read(List.of());
        Grammar.Draft draft = new Grammar.Draft(new Dice(1), DAY);

        assertEquals("3 20 60", grammar.expand("{#3-3} {#20-20} {produkt}", draft));
        assertEquals("2 10 20", grammar.expand("{#2-2} {#10-10} {produkt}", draft));
        assertEquals("20", grammar.expand("{moms}", draft));
    }

    @Test
    void namesAWordThatNoRuleKnows() {
        Grammar grammar = Grammar.read(List.of("[a]", "{b}"));

        assertThrows(IllegalStateException.class, () -> grammar.expand("{a}", new Grammar.Draft(new Dice(1), DAY)));
    }

    @Test
    void stopsARuleThatCallsItself() {
        Grammar grammar = Grammar.read(List.of("[a]", "{a}"));

        assertThrows(IllegalStateException.class, () -> grammar.expand("{a}", new Grammar.Draft(new Dice(1), DAY)));
    }

    @Test
    void putsEveryKindOfPaperIntoWords() {
        PaperMaker papers = new PaperMaker(11);

        for (PaperKind kind : papers.kinds().values()) {
            for (int i = 1; i <= 40; i++) {
                PaperMaker.Case matter = papers.matter(Authority.KS, kind, i);
                Paper paper = papers.write(papers.plan(i, kind, FileForm.TXT, matter));
                String text = PlainForms.text(paper);
                assertFalse(text.contains("{") || text.contains("}"), text);
                assertFalse(paper.title().isBlank());
            }
        }
    }
}
