package se.sigill.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.Adopting;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Roles;
import se.sigill.app.wiring.Sealing;
import se.sigill.app.wiring.User;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.record.RecordDescription;
import se.sigill.look.Asked;
import se.sigill.look.Language;
import se.sigill.staff.intake.Journal;
import se.sigill.staff.page.DeliveriesPage;
import se.sigill.staff.page.DeskPage;
import se.sigill.staff.page.GapsPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Place;
import se.sigill.staff.page.PlanPage;
import se.sigill.staff.page.RecordPage;
import se.sigill.staff.page.SearchPage;
import se.sigill.staff.page.Surround;

/**
 * Secrecy holds between boards (OSL 8 kap.). Two archives by the same script, one with secret records of one board: what
 * staff of another board see, is the same.
 */
@Tag("slow")
class TwoBoardsTest {
    /** The same in all worlds, and after the keys are made. */
    private static final Clock NOON = Clock.fixed(Instant.now().plusSeconds(3600), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    /** What somebody was shown, by page. @param secret the records that were hidden */
    private record Shown(Map<String, String> pages, List<CatalogueRecord> secret) {}

    @Test
    void staffOfAnotherBoardLearnNothingOfASecretRecord() throws IOException {
        Shown with = shown("with", true, true, List.of());
        assertTrue(with.secret().size() >= 12, "there are secrets");

        Shown without = shown("without", false, true, with.secret());
        Shown again = shown("again", true, true, with.secret());

        assertTrue(without.pages().size() > 60, without.pages().size() + " pages");
        without.pages().forEach((page, html) -> assertEquals(html, again.pages().get(page), page));
        assertEquals(without.pages().keySet(), again.pages().keySet());
    }

    /** Of a restricted record another board's staff see that it exists: number, date, board. */
    @Test
    void ofARestrictedRecordTheySeeThatItExists() throws IOException {
        Shown shown = shown("restricted", true, false, List.of());
        for (CatalogueRecord each : shown.secret()) {
            String title = each.description().title();
            shown.pages().forEach((page, html) -> {
                assertFalse(!page.contains(title) && html.contains(title), page + " has the title " + title);
            });
        }
    }

    private Shown shown(String name, boolean secrets, boolean existenceSecret, List<CatalogueRecord> asked)
            throws IOException {
        Running.founded(folder.resolve(name));
        Home home = new Home(folder.resolve(name));
        List<CatalogueRecord> secret = new ArrayList<>();
        try (OpenArchive archive =
                OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), NOON, new SecureRandom()))) {
            FilledArchive filled = new FilledArchive(archive, 41);
            FilledArchive other = new FilledArchive(archive, 977);
            filled.adoptRules("1");
            archive.archive()
                    .decide(List.of(new Adopting(archive)
                            .act(
                                    Roles.KIND,
                                    "sigill",
                                    "1",
                                    "account,authority,role\nbo,Nämnden för ingenting,registrar\n")));
            filled.takeIn(16);
            if (secrets) {
                other.hide(other.takeIn(14), existenceSecret);
            }
            archive.catchUp();
            new Sealing(archive).seal();
            other.taken().forEach(id -> secret.add(archive.catalogue().find(id).orElseThrow()));
            List<CatalogueRecord> about = asked.isEmpty() ? secret : asked;
            return new Shown(pages(archive.as(new User.OfStaff("bo")), filled, about), secret);
        }
    }

    private static Map<String, String> pages(OpenArchive archive, FilledArchive filled, List<CatalogueRecord> secret) {
        Map<String, String> pages = new LinkedHashMap<>();
        for (Language l : Language.values()) {
            Surround around = new Surround(archive, l, "Bo", EnumSet.allOf(Place.class));
            String code = l.code();
            pages.put(code + " desk", Pages.html(DeskPage.of(around)));
            pages.put(code + " gaps", Pages.html(GapsPage.of(around, false, "")));
            pages.put(code + " deliveries", Pages.html(DeliveriesPage.of(around, new Journal(), "bo", false, "")));
            pages.put(code + " plan", Pages.html(PlanPage.of(around, false, java.util.Optional.empty(), "")));
            for (String query : queries(secret)) {
                Asked asked = Asked.of(Map.of("q", List.of(query)));
                pages.put(code + " search " + query, Pages.html(SearchPage.of(around, asked, false)));
                pages.put(code + " undecided " + query, Pages.html(SearchPage.of(around, asked, true)));
            }
            filled.taken().forEach(id -> pages.put(code + " record " + id, record(around, id.value())));
            secret.forEach(each -> pages.put(
                    code + " record " + each.id(), record(around, each.id().value())));
        }
        return pages;
    }

    private static String record(Surround around, String id) {
        return around.archive()
                .find(id)
                .map(entry -> Pages.html(RecordPage.of(around, entry, RecordPage.Reading.BEGINNING, "")))
                // The id of a sealed period has random signs; its form is the same.
                .map(html -> html.replaceAll("[0-9]{8}T[0-9]{6}Z-[0-9a-z]{4}", "PERIOD"))
                .orElse("nothing");
    }

    private static Set<String> queries(List<CatalogueRecord> secret) {
        Set<String> queries = new TreeSet<>(List.of("", "beslut", "-beslut", "2026", "bes*", "status:open"));
        for (CatalogueRecord each : secret) {
            RecordDescription d = each.description();
            queries.add(d.diaryNumber());
            queries.add("\"" + d.title() + "\"");
            queries.add(d.counterparty());
            queries.add(d.title().split(" ")[0] + "x");
        }
        return queries;
    }
}
