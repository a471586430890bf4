package se.sigill.staff.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.sigill.app.people.bouncy.Argon2;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.look.Asked;
import se.sigill.look.Language;
import se.sigill.staff.archive.RunningArchive;
import se.sigill.staff.page.DeskPage;
import se.sigill.staff.page.LoginPage;
import se.sigill.staff.page.NewRequestPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Place;
import se.sigill.staff.page.RequestsPage;
import se.sigill.staff.page.SearchPage;
import se.sigill.staff.page.Surround;

/**
 * Makes the pages that people come to first, for nobody, so that the first who comes after a start is not the one who
 * warms the server. Behind the start: nobody waits for it, and whoever comes meanwhile is served.
 */
@ApplicationScoped
public class Warming {
    private static final System.Logger LOG = System.getLogger(Warming.class.getName());
    private static final int ROUNDS = 12;
    private static final int HASHES = 3;
    private static final long LOOK_MILLIS = 250;
    private static final long END_MILLIS_MAX = 5_000;

    private @Nullable Thread thread;

    void start(@Observes Startup event) {
        thread = Thread.ofPlatform().name("warming").daemon().start(Warming::whenOpen);
    }

    /** Before the archive is closed, or soon after: what it does then fails, and nobody misses it. */
    void stop(@Observes Shutdown event) throws InterruptedException {
        Thread working = thread;
        if (working != null) {
            working.interrupt();
            working.join(END_MILLIS_MAX);
        }
    }

    private static void whenOpen() {
        try {
            RunningArchive running = RunningArchive.current();
            while (!(running.state() instanceof RunningArchive.State.Failed)) {
                if (running.state() instanceof RunningArchive.State.Open(OpenArchive archive, var _)) {
                    int _ = goThrough(archive);
                    return;
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The archive was closed meanwhile, or cannot be read: whoever comes next is told.
            LOG.log(
                    System.Logger.Level.INFO,
                    "not-warmed type={0}",
                    e.getClass().getName());
        }
    }

    /** Reads as somebody who may see nothing, and writes nothing. @return the characters of all pages */
    static int goThrough(OpenArchive open) {
        OpenArchive archive = open.as(new User.OfServer("warming"));
        String name = archive.config().archive().name();
        SecureRandom random = new SecureRandom();
        int made = 0;
        for (int i = 0; i < ROUNDS && !Thread.currentThread().isInterrupted(); i++) {
            Language l = i % 2 == 0 ? Language.SV : Language.EN;
            Surround around = new Surround(archive, l, "", EnumSet.allOf(Place.class));
            Asked asked = Asked.of(Map.of("q", List.of("allmän handling " + i)));
            List<Record> pages = List.of(
                    LoginPage.of(l, name, "", "", ""),
                    DeskPage.of(around),
                    RequestsPage.of(around, ""),
                    NewRequestPage.of(around, "", "", ""),
                    SearchPage.of(around, asked, false));
            made += pages.stream().map(Pages::html).mapToInt(String::length).sum();
            if (i < HASHES) {
                // To compute one is slow by design, and slower still in a server that has just begun.
                String _ = Argon2.hash(Integer.toString(i).toCharArray(), random);
            }
        }
        // Each hash takes 19 MiB for a moment: the system gets back by how much the heap has grown.
        System.gc();
        return made;
    }
}
