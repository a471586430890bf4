package se.sigill.app.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.worlds.PublicWorlds.Hiding;
import se.sigill.app.worlds.PublicWorlds.World;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.open.Routes;
import se.sigill.zone.Zone;

/**
 * Two archives made by the same hand, one of which also holds records whose existence is a secret, or other words in
 * records whose content is: no page of the open site differs by a byte.
 */
final class TwoPublicWorldsTest {
    private static final String MARK = " kanariefågel";

    @TempDir
    private Path folder;

    @Test
    void tellNobodyOfASecretRecord() throws IOException {
        PublicWorlds worlds = new PublicWorlds(folder, 41, 12, 6);
        World without = worlds.make("without", Hiding.NOTHING, "");
        World with = worlds.make("with", Hiding.EXISTENCE, MARK);
        assertEquals(12, with.secret().size(), "there are secrets");

        Map<String, String> said = pages(without, with.secret());

        assertTrue(said.size() > 200, said.size() + " pages");
        same(said, pages(with, with.secret()));
    }

    @Test
    void tellNothingOfWhatIsInARestrictedRecord() throws IOException {
        PublicWorlds worlds = new PublicWorlds(folder, 41, 12, 6);
        World plain = worlds.make("plain", Hiding.CONTENT, "");
        World other = worlds.make("other", Hiding.CONTENT, MARK);
        List<CatalogueRecord> asked = new ArrayList<>(plain.secret());
        asked.addAll(other.secret());

        Map<String, String> said = pages(plain, asked);

        same(said, pages(other, asked));
        int notices = 0;
        for (CatalogueRecord each : plain.secret()) {
            String page = said.getOrDefault("sv/handling " + each.id(), "");
            // Of some the class says that even that it exists is a secret.
            notices += page.contains("OSL 18:1") ? 1 : 0;
            assertFalse(page.contains(each.description().title()), page);
            assertFalse(page.contains(each.description().counterparty()), page);
        }
        assertTrue(notices >= 6, notices + " notices");
    }

    private static Map<String, String> pages(World world, List<CatalogueRecord> secret) {
        try (Zone zone = world.zone()) {
            return new Asking(zone, world.outside()).everything(world.open(), secret);
        }
    }

    private static void same(Map<String, String> said, Map<String, String> beside) {
        said.forEach((page, html) -> assertEquals(html, beside.get(page), page));
        assertEquals(said.keySet(), beside.keySet());
    }

    /** What each route of the site is compared by, or why it cannot tell of a record. */
    private static final Map<String, String> ROUTES = Map.ofEntries(
            Map.entry("/", "leads to the start page and knows nothing"),
            Map.entry("/{language}", "compared"),
            Map.entry("/{language}/sok", "compared"),
            Map.entry("/{language}/handling/{id}", "compared"),
            Map.entry("/{language}/arende", "compared"),
            Map.entry("/{language}/diarium", "compared"),
            Map.entry("/{language}/diarium.atom", "compared"),
            Map.entry("/{language}/om", "compared"),
            Map.entry("/{language}/tillganglighet", "the same sentences for everybody"),
            Map.entry("/{language}/begar", "compared"),
            Map.entry("POST /{language}/begar", "compared, but for the receipt, which repeats the form and a code"),
            Map.entry("/{language}/folj", "the same sentences for everybody"),
            Map.entry("POST /{language}/folj", "answers from the box of a code alone, which one requester has"),
            Map.entry("POST /{language}/folj/svar", "answers from the box of a code alone, which one requester has"),
            Map.entry("POST /{language}/folj/fil", "answers from the box of a code alone, which one requester has"),
            Map.entry("/fil/{id}/{index}/{name}", "answers from the entry of its id alone, and entries are compared"),
            Map.entry(
                    "/bevis/{id}/{index}/bevis.zip",
                    "answers from the entry of its id alone, and entries are compared"),
            Map.entry("/bild/{id}", "answers from the entry of its id alone, and entries are compared"),
            Map.entry("/log/checkpoint", "the sizes are compared; the rest is salted and signed"),
            Map.entry("/log/tile/{place}", "as many hashes as the checkpoint says, and the checkpoint is compared"),
            Map.entry("/robots.txt", "the same sentences for everybody"),
            Map.entry("/sitemap.xml", "the same list for everybody"),
            Map.entry("/sitemap/{part}.xml", "compared"),
            Map.entry("/{language}/skarm", "the same sentences for everybody"),
            Map.entry("/{language}/klar", "the same sentences for everybody"),
            Map.entry("/skarm.js", "the same text for everybody"),
            Map.entry("/stil.css", "the same text for everybody"));

    @Test
    void everyRouteIsLookedAt() {
        Set<String> there = new TreeSet<>();
        for (Class<?> type : Routes.all()) {
            if (type.isAnnotationPresent(jakarta.ws.rs.Path.class)) {
                for (Method method : type.getDeclaredMethods()) {
                    if (method.isAnnotationPresent(GET.class)) {
                        there.add(path(type, method));
                    } else if (method.isAnnotationPresent(POST.class)) {
                        there.add("POST " + path(type, method));
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(ROUTES.keySet()), there, "a route without a row here may tell of a secret record");
    }

    private static String path(Class<?> type, Method method) {
        String first = type.getAnnotation(jakarta.ws.rs.Path.class).value();
        String second = method.isAnnotationPresent(jakarta.ws.rs.Path.class)
                ? method.getAnnotation(jakarta.ws.rs.Path.class).value()
                : "";
        String path = "/" + first + (first.isEmpty() || second.isEmpty() ? "" : "/") + second;
        return path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*\\})*\\}", "{$1}");
    }
}
