package se.sigill.app.requests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.sigill.app.run.Running;
import se.sigill.app.run.TwoServers;
import se.sigill.core.json.Json;

/**
 * An authority with records, of which some are restricted, and people who may decide.
 *
 * @param accounts as {@code sigill account add --json} prints them
 */
record Office(TwoServers servers, List<Json.Obj> accounts) {
    static final int RECORDS = 40;
    private static final int RESTRICTED_EVERY = 5;

    static Office founded(Path folder, int people) throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        TwoServers servers = TwoServers.startedBefore(running);
        StringBuilder roles = new StringBuilder("account,authority,role\n");
        StringBuilder delegations = new StringBuilder("account,authority,decisions,from,until,reference\n");
        for (int i = 0; i < people; i++) {
            roles.append(name(i)).append(",Kommunstyrelsen,registrar\n");
            roles.append(name(i)).append(",Kommunstyrelsen,decision-maker\n");
            delegations.append(name(i)).append(",Kommunstyrelsen,refuse,2020-01-01,,KS delegationsordning 4.2\n");
        }
        adopt(running, folder, "roles", roles.toString());
        adopt(running, folder, "delegations", delegations.toString());
        adopt(running, folder, "boards", """
                authority,address,email,county
                Kommunstyrelsen,"Box 1, 123 45 Lindhult",ks@lindhult.example,Skåne
                """);
        deliver(running, folder.resolve("leverans"));
        List<Json.Obj> accounts = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            accounts.add(running.type("account", "--json", "add", name(i))
                    .expect(0)
                    .json()
                    .getFirst());
        }
        return new Office(servers, accounts);
    }

    private static String name(int i) {
        return "reg" + i;
    }

    private static void adopt(Running running, Path folder, String kind, String csv) throws IOException {
        running.type(
                        "adopt",
                        kind,
                        Files.writeString(folder.resolve(kind + ".csv"), csv).toString())
                .expect(0);
    }

    private static void deliver(Running running, Path delivery) throws IOException {
        Files.createDirectories(delivery);
        StringBuilder table = new StringBuilder("sökväg;titel;diarienummer;myndighet;sekretess\n");
        for (int i = 1; i <= RECORDS; i++) {
            Files.writeString(delivery.resolve(file(i)), content(i));
            table.append(String.format(
                    Locale.ROOT,
                    "%s;Handling %d;%s;Kommunstyrelsen;%s\n",
                    file(i),
                    i,
                    number(i),
                    isRestricted(i) ? "OSL 26:1" : ""));
        }
        Files.writeString(delivery.resolve("leverans.csv"), table);
        running.type("deposit", "--system", "prov", delivery.toString()).expect(0);
    }

    static String file(int record) {
        return "handling-" + record + ".txt";
    }

    static String number(int record) {
        return "KS 2026/" + record;
    }

    static String content(int record) {
        return "Innehållet i handling " + record + "\n".repeat(record);
    }

    static boolean isRestricted(int record) {
        return record % RESTRICTED_EVERY == 0;
    }
}
