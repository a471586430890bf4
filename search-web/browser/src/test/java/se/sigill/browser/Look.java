package se.sigill.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** The ways in which a page is looked at: how wide the window is in CSS pixels, how light, how large its text. */
enum Look {
    LIGHT_1180(1180, ColorScheme.LIGHT, 100, List.of()),
    /** Laid out as the one before, which has all rules kept: only colours can be wrong in it. */
    DARK_1180(1180, ColorScheme.DARK, 100, List.of("color-contrast", "link-in-text-block")),
    LIGHT_1180_LARGE(1180, ColorScheme.LIGHT, 200, List.of()),
    LIGHT_320_LARGE(320, ColorScheme.LIGHT, 200, List.of()),
    DARK_320(320, ColorScheme.DARK, 100, List.of());

    private static final int HEIGHT = 800;

    private final int width;
    private final ColorScheme theme;
    private final int textPercent;
    private final List<String> rules;

    Look(int width, ColorScheme theme, int textPercent, List<String> rules) {
        this.width = width;
        this.theme = theme;
        this.textPercent = textPercent;
        this.rules = rules;
    }

    /** Changes how a page looks that is there already. */
    void on(Page page) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", textPercent + "%");
    }

    /** The rules of axe-core that are to be looked at; none names all. */
    List<String> rules() {
        return rules;
    }

    /** A page as it is when one comes to it. */
    static void first(Page page) {
        values()[0].on(page);
    }

    /** All of them, in an order in which little changes between two. */
    static List<Look> all() {
        return List.of(values());
    }
}
