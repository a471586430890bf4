package se.sigill.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window. Nothing is downloaded. */
final class Chromium implements AutoCloseable {
    /** What to do where there is none. */
    static final String MISSING = "no Chromium was found, so nobody looked at the pages: install one (Debian:"
            + " apt-get install chromium), or set SIGILL_CHROMIUM to its program";

    private static final String CHOSEN = "SIGILL_CHROMIUM";
    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /** It asks nobody for anything but what a page asks for. */
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final int WIDTH = 1180;
    private static final int HEIGHT = 800;
    private static final double WAIT_MILLIS_MAX = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    /** What a page may do in a context: everything, no script, or be examined by scripts that are not its own. */
    enum Rights {
        ALL,
        NO_SCRIPT,
        EXAMINED
    }

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The one that the environment names, and no other then; else the first of those that systems have. */
    static Optional<Path> program() {
        String chosen = System.getenv(CHOSEN);
        return (chosen == null ? USUAL.stream() : Stream.of(chosen))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    /** A visitor that nobody knows yet. @param address of the site, where paths begin */
    BrowserContext visitor(String address, Rights rights) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(rights != Rights.NO_SCRIPT)
                .setBypassCSP(rights == Rights.EXAMINED)
                .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(WAIT_MILLIS_MAX);
        context.setDefaultNavigationTimeout(WAIT_MILLIS_MAX);
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
