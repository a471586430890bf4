package se.sigill.engines.tika;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import se.sigill.core.text.TextPage;
import se.sigill.engines.part.PageText;
import se.sigill.engines.part.TextBudget;

/**
 * Makes pages of text out of Tika's XHTML. A {@code div} of one of the page classes begins the next page: pages of PDF,
 * slides, sheets. A document without any is one page with number 0.
 */
final class PageHandler extends DefaultHandler {
    private static final Set<String> PAGE_CLASSES = Set.of("page", "slide-content", "slide");

    private final TextBudget budget;
    private final boolean sheets;
    private final List<TextPage> pages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int number;
    private boolean body;

    PageHandler(TextBudget budget, boolean sheets) {
        this.budget = budget;
        this.sheets = sheets;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        if (local.equals("body")) {
            body = true;
        } else if (sheets) {
            // A sheet begins with its name; no other heading is made of a workbook.
            if (local.equals("h1")) {
                nextPage();
            }
        } else if (local.equals("div") && PAGE_CLASSES.contains(String.valueOf(attributes.getValue("class")))) {
            nextPage();
        }
    }

    private void nextPage() {
        // What stands before the first page belongs to it.
        if (number > 0) {
            endPage();
        }
        number++;
    }

    private void endPage() {
        pages.add(new TextPage(number, PageText.tidy(text)));
        text.setLength(0);
    }

    @Override
    public void characters(char[] chars, int start, int length) throws TextBudget.Spent {
        if (body) {
            int some = budget.take(length);
            text.append(chars, start, some);
            if (some < length) {
                throw new TextBudget.Spent();
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) throws TextBudget.Spent {
        characters(chars, start, length);
    }

    /** The pages so far; also after a stop in the middle. */
    List<TextPage> pages() {
        if (number > 0 || !text.toString().isBlank()) {
            endPage();
        }
        return List.copyOf(pages);
    }
}
