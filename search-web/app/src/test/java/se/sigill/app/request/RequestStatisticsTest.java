package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.config.Home;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Statistics;

/** Whose requests are counted for whom, and that numbers are all that is told of them. */
class RequestStatisticsTest {
    @TempDir
    Path folder;

    @Test
    void theNumbersTellNothingOfWhoAskedOrForWhat() throws IOException {
        try (OpenArchive archive = founded()) {
            PlantedRequest planted = PlantedRequest.in(archive);
            int year = archive.today().getYear();
            Statistics statistics = RequestStatistics.of(as(archive, "reg"), year);
            StatisticsTable table = StatisticsTable.of(year, statistics);

            assertEquals(1, statistics.decided().outcomes().get(Outcome.NOT_HELD));
            assertEquals(1, statistics.decided().alone());
            assertEquals(1, statistics.waited().answered());
            assertEquals(1, statistics.appeals().all());
            for (String text : List.of(
                    statistics.toString(), table.csv(true), table.csv(false), JsonWriter.compact(table.json()))) {
                assertEquals(Optional.empty(), planted.foundIn(text), text);
            }
            assertTrue(table.csv(true).contains(year + ";Begäranden;Kom in under året;1;antal\r\n"), table.csv(true));
            assertEquals(
                    "{\"came\":1,\"closed\":1,\"open\":0}",
                    JsonWriter.compact(table.json().object("requests")));
        }
    }

    @Test
    void everyLineOfTheFileHasFiveCells() throws IOException {
        try (OpenArchive archive = founded()) {
            int year = archive.today().getYear();
            StatisticsTable table = StatisticsTable.of(year, RequestStatistics.of(as(archive, "reg"), year));
            for (String csv : List.of(table.csv(true), table.csv(false))) {
                csv.lines().forEach(line -> assertTrue(line.matches("[^;\"]+;[^;\"]+;[^;\"]+;[^;\"]*;[^;\"]+"), line));
            }
            assertTrue(
                    table.csv(true).contains(";Hälften fick svar inom;;minuter\r\n"), "of nothing there is no median");
        }
    }

    @Test
    void eachCountsWhatIsTheirAuthoritysAndOfTheYear() throws IOException {
        try (OpenArchive archive = founded()) {
            PlantedRequest.in(archive);
            int year = archive.today().getYear();

            assertEquals(List.of(1, 1, 1, 1), came(archive, year, "reg", "bo", "ark", "insp"));
            assertEquals(List.of(0, 0, 0), came(archive, year, "soc", "adm", "ingen"));
            assertEquals(List.of(0), came(archive, year - 1, "reg"));
            assertEquals(List.of(0), came(archive, year + 1, "reg"));
            assertThrows(IllegalArgumentException.class, () -> RequestStatistics.of(archive, 1066));
        }
    }

    private static List<Integer> came(OpenArchive archive, int year, String... accounts) {
        return List.of(accounts).stream()
                .map(each ->
                        RequestStatistics.of(as(archive, each), year).came().all())
                .toList();
    }

    private static OpenArchive as(OpenArchive archive, String account) {
        return archive.as(new User.OfStaff(account));
    }

    private OpenArchive founded() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path roles = Files.writeString(folder.resolve("roles.csv"), """
                account,authority,role
                reg,Kommunstyrelsen,registrar
                bo,Kommunstyrelsen,decision-maker
                ark,Kommunstyrelsen,archivist
                insp,Kommunstyrelsen,inspector
                adm,Kommunstyrelsen,administrator
                soc,Socialnämnden,registrar
                """);
        running.type("adopt", "roles", roles.toString()).expect(0);
        return OpenArchive.open(new Home(running.home()));
    }
}
