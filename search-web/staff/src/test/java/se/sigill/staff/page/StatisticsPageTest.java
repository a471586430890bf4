package se.sigill.staff.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.request.PlantedRequest;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.config.Home;
import se.sigill.look.Language;

@Tag("slow")
class StatisticsPageTest {
    @TempDir
    private Path folder;

    @Test
    void showsNumbersAndNothingOfWhoAskedOrForWhat() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path roles = Files.writeString(
                folder.resolve("roles.csv"), "account,authority,role\nreg,Kommunstyrelsen,registrar\n");
        running.type("adopt", "roles", roles.toString()).expect(0);
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            PlantedRequest planted = PlantedRequest.in(archive);
            int year = archive.today().getYear();
            for (Language l : Language.values()) {
                String html = page(archive, l, year);
                assertEquals(Optional.empty(), planted.foundIn(html), html);
                assertTrue(html.contains("<svg class=\"chart\" role=\"img\" aria-labelledby=\"outcome\""), html);
                assertTrue(html.contains("<rect y=\"1.45em\" width=\"80%\" height=\"1.1em\"/>"), html);
                assertFalse(page(archive, l, year - 1).contains("<svg"), "of nothing there is no chart");
            }
            String swedish = page(archive, Language.SV, year);
            assertTrue(swedish.contains("Fanns inte</th><td class=\"number\">1</td>"), swedish);
            assertTrue(swedish.contains("Fanns inte 1"), "the chart is said in words too");
        }
    }

    private static String page(OpenArchive archive, Language l, int year) {
        Surround around = new Surround(archive.as(new User.OfStaff("reg")), l, "Reg", EnumSet.allOf(Place.class));
        return Pages.html(StatisticsPage.of(around, year));
    }
}
