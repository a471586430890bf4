package se.sigill.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.look.Asked;
import se.sigill.look.Language;
import se.sigill.open.Routes;
import se.sigill.open.page.AboutPage;
import se.sigill.open.page.DocumentPage;
import se.sigill.open.page.Feed;
import se.sigill.open.page.ListPage;
import se.sigill.open.page.NoticePage;
import se.sigill.open.page.Pages;
import se.sigill.open.page.ResultsPage;
import se.sigill.open.page.StartPage;
import se.sigill.open.page.Surround;
import se.sigill.zone.Zone;

/**
 * Two archives made by the same hand, one of which also holds records whose existence is a secret: no page of the open
 * site differs by a byte.
 */
final class TwoPublicWorldsTest {
    private static final Clock NOON = Clock.systemUTC();

    @TempDir
    private Path folder;

    /** One archive and its open zone. */
    private record World(Path home, List<RecordId> open, List<CatalogueRecord> secret) {}

    @Test
    void tellNobodyOfASecretRecord() throws IOException {
        World without = world("without", false);
        World with = world("with", true);
        assertTrue(with.secret().size() >= 12, "there are secrets");

        Map<String, String> said = pages(without, with.secret());
        Map<String, String> saidBeside = pages(with, with.secret());

        assertTrue(said.size() > 200, said.size() + " pages");
        said.forEach((page, html) -> assertEquals(html, saidBeside.get(page), page));
        assertEquals(said.keySet(), saidBeside.keySet());
    }

    @Test
    void tellOfOthersOnlyByTheirNotice() throws IOException {
        World world = world("restricted", true, false);
        Map<String, String> pages = pages(world, world.secret());

        int notices = 0;
        for (CatalogueRecord each : world.secret()) {
            String page = pages.getOrDefault("sv/handling " + each.id(), "");
            if (page.equals("nothing")) {
                // Its class says that even that it exists is a secret.
                continue;
            }
            notices++;
            assertTrue(page.contains("OSL 18:1"), page);
            assertFalse(page.contains(each.description().title()), page);
            assertFalse(page.contains(each.description().counterparty()), page);
        }
        assertTrue(notices >= 6, notices + " notices");
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
            Map.entry("/fil/{id}/{index}/{name}", "answers from the entry of its id alone, and entries are compared"),
            Map.entry(
                    "/bevis/{id}/{index}/bevis.zip",
                    "answers from the entry of its id alone, and entries are compared"),
            Map.entry("/stil.css", "the same text for everybody"));

    @Test
    void everyRouteIsLookedAt() {
        Set<String> there = new TreeSet<>();
        for (Class<?> type : Routes.all()) {
            if (type.isAnnotationPresent(jakarta.ws.rs.Path.class)) {
                for (Method method : type.getDeclaredMethods()) {
                    if (method.isAnnotationPresent(GET.class)) {
                        there.add(path(type, method));
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

    private World world(String name, boolean secrets) throws IOException {
        return world(name, secrets, true);
    }

    private World world(String name, boolean secrets, boolean existenceSecret) throws IOException {
        Running.founded(folder.resolve(name));
        Home home = new Home(folder.resolve(name));
        List<CatalogueRecord> hidden = new ArrayList<>();
        try (OpenArchive archive =
                OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), NOON, new SecureRandom()))) {
            FilledArchive filled = new FilledArchive(archive, 41);
            FilledArchive other = new FilledArchive(archive, 977);
            filled.adoptRules("1");
            for (int round = 0; round < 2; round++) {
                filled.takeIn(12);
                if (secrets) {
                    hide(archive, other.takeIn(6), existenceSecret);
                }
                archive.catchUp();
                new Sealing(archive).seal();
                ZoneHere.of(archive).tell();
            }
            for (RecordId id : other.taken()) {
                hidden.add(archive.catalogue().find(id).orElseThrow());
            }
            return new World(home.root(), filled.taken(), hidden);
        }
    }

    private static void hide(OpenArchive archive, List<RecordDescription> records, boolean existenceSecret) {
        List<Act.Restricted> acts = new ArrayList<>();
        for (RecordDescription record : records) {
            acts.add(new Act.Restricted(
                    archive.clock().instant(),
                    Actor.person("anna"),
                    record.id(),
                    "record",
                    "secrecy",
                    "OSL 18:1",
                    "förundersökning",
                    record.authority(),
                    archive.today(),
                    LocalDate.parse(record.date()),
                    existenceSecret));
        }
        archive.archive().decide(acts);
    }

    /** Every page there is, asked for in every way that could tell of the secret ones. */
    private Map<String, String> pages(World world, List<CatalogueRecord> secret) throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        OutsideHome outside =
                new OutsideHome(world.home().resolveSibling(world.home().getFileName() + "-outside"));
        try (Zone zone = Zone.open(outside, NOON, Duration.ofSeconds(30))) {
            for (Language l : Language.values()) {
                Surround around = new Surround(l, "Kommunen", true);
                String code = l.code();
                pages.put(code + "/", Pages.html(StartPage.of(zone, around, true)));
                pages.put(code + "/om", Pages.html(AboutPage.of(zone, around)));
                pages.put(code + "/diarium.atom", Feed.of(zone, around));
                pages.put(code + "/diarium", Pages.html(ListPage.register(zone, around, "")));
                for (String query : queries(secret)) {
                    for (String order : List.of("bast", "nyast")) {
                        Asked asked = Asked.of(Map.of("q", List.of(query), "ordning", List.of(order)));
                        pages.put(
                                code + "/sok " + order + " " + query, Pages.html(ResultsPage.of(zone, around, asked)));
                    }
                }
                for (CatalogueRecord each : secret) {
                    RecordDescription d = each.description();
                    pages.put(code + "/diarium " + d.date(), Pages.html(ListPage.register(zone, around, d.date())));
                    pages.put(
                            code + "/arende " + d.diaryNumber(),
                            Pages.html(ListPage.caseOf(zone, around, d.diaryNumber())));
                    pages.put(code + "/handling " + d.id(), record(zone, around, d.id().value()));
                }
                for (RecordId id : world.open()) {
                    pages.put(code + "/handling " + id, record(zone, around, id.value()));
                }
            }
        }
        return pages;
    }

    private static String record(Zone zone, Surround around, String id) {
        Optional<PublicEntry> entry = zone.find(id);
        return entry.map(each -> switch (each) {
                    case PublicRecord record -> Pages.html(DocumentPage.of(zone, record, around, "", 0));
                    case Notice notice -> Pages.html(NoticePage.of(notice, around));
                })
                .orElse("nothing");
    }

    private static Set<String> queries(List<CatalogueRecord> secret) {
        Set<String> queries = new TreeSet<>(List.of("", "beslut", "protokoll OR avtal", "-beslut", "2026", "bes*"));
        for (CatalogueRecord each : secret) {
            RecordDescription d = each.description();
            queries.add(d.diaryNumber());
            queries.add("\"" + d.title() + "\"");
            queries.add(d.counterparty());
            queries.add("nämnd:\"" + d.authority() + "\"");
            queries.add(d.title().split(" ")[0] + "x");
        }
        return queries;
    }
}
