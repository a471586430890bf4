package se.sigill.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import se.sigill.app.run.FreePorts;
import se.sigill.app.run.Running;
import se.sigill.app.serve.ServerPlace;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;

/** Both servers with a small archive behind them, the people who work there, and a browser. For one thread. */
final class TwoSites implements AutoCloseable {
    /** Who works there: {@code reg} and {@code eva} answer requests, {@code anna} and {@code kim} have two roles, {@code bo} has no role and no second factor. */
    private static final Map<String, List<String>> PEOPLE = Map.of(
            "anna", List.of("archivist", "decision-maker"),
            "kim", List.of("archivist", "decision-maker"),
            "reg", List.of("registrar", "decision-maker"),
            "eva", List.of("decision-maker"),
            "bo", List.of());

    private final Path folder;
    private final Running running;
    private final Sample sample;
    private final Map<String, Person> people;
    private final Chromium chromium;

    private TwoSites(Path folder, Running running, Sample sample, Map<String, Person> people, Chromium chromium) {
        this.folder = folder;
        this.running = running;
        this.sample = sample;
        this.people = people;
        this.chromium = chromium;
    }

    static TwoSites start(Path browser) {
        try {
            Path folder = Files.createTempDirectory("sigill-browser-");
            Running running = Running.founded(folder.resolve("arkiv"));
            FreePorts.choose(running.home());
            Files.writeString(
                    running.home().resolve("sigill.conf"),
                    "open.terminals = " + OtherAddress.FROM + "\n",
                    StandardOpenOption.APPEND);
            Sample sample = Sample.in(running, folder);
            Map<String, Person> people = people(running, folder);
            CompletableFuture<?> serving =
                    CompletableFuture.runAsync(() -> running.type("serve").expect(0));
            Chromium chromium = Chromium.start(browser);
            serving.join();
            return new TwoSites(folder, running, sample, people, chromium);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Person> people(Running running, Path folder) throws IOException {
        Map<String, Person> people = new TreeMap<>();
        StringBuilder table = new StringBuilder("account,authority,role\n");
        PEOPLE.forEach((name, roles) -> {
            String[] how = roles.isEmpty()
                    ? new String[] {"--json", "add", name, "--factor-later"}
                    : new String[] {"--json", "add", name};
            people.put(
                    name,
                    Person.of(running.type("account", how).expect(0).json().getFirst()));
            roles.forEach(role -> table.append(name + "," + Sample.AUTHORITY + "," + role + "\n"));
        });
        Path roles = Files.writeString(folder.resolve("roller.csv"), table);
        running.type("adopt", "roles", roles.toString()).expect(0);
        adopt(running, folder, "boards", """
                authority,address,email,county
                Kommunstyrelsen,"Box 1, 123 45 Lindhult",ks@lindhult.example,Skåne
                """);
        adopt(running, folder, "delegations", """
                account,authority,decisions,from,until,reference
                reg,Kommunstyrelsen,refuse,2020-01-01,,Delegationsordning 4.2
                anna,Kommunstyrelsen,refuse dismiss-appeal,2020-01-01,,Delegationsordning 4.2
                eva,Kommunstyrelsen,refuse,2020-01-01,,Delegationsordning 4.2
                """);
        return people;
    }

    private static void adopt(Running running, Path folder, String kind, String table) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), table);
        running.type("adopt", kind, file.toString()).expect(0);
    }

    Running running() {
        return running;
    }

    Sample sample() {
        return sample;
    }

    Chromium chromium() {
        return chromium;
    }

    /** A folder of the tests' own. */
    Path folder() {
        return folder;
    }

    Person person(String name) {
        Person person = people.get(name);
        if (person == null) {
            throw new IllegalArgumentException("nobody is called " + name);
        }
        return person;
    }

    /** Where a site begins, with a slash at its end. */
    String address(Site site) {
        var servers = ConfigReader.read(new Home(running.home()).config()).servers();
        return (site == Site.STAFF ? servers.staff() : servers.open()).address();
    }

    /** What is done while no server runs. */
    interface Offline {
        void run() throws IOException;
    }

    /** Stops both servers, and starts them again after: whoever was logged in is not any more. */
    void stopped(Offline work) throws IOException {
        running.type("stop", "--wait", "PT60S").expect(0);
        try {
            work.run();
        } finally {
            running.type("serve").expect(0);
        }
    }

    @Override
    public void close() throws IOException {
        CompletableFuture<?> stopping = CompletableFuture.runAsync(this::stop);
        chromium.close();
        stopping.join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** For good. What still makes renditions is not waited for: nobody needs them. */
    private void stop() {
        if (running.type("stop", "--wait", "PT5S").exit() != 0) {
            Home home = new Home(running.home());
            List.of(ServerPlace.staff(home), ServerPlace.open(ConfigReader.read(home.config()))).stream()
                    .map(ServerPlace::pid)
                    .filter(Files::exists)
                    .forEach(TwoSites::end);
        }
    }

    private static void end(Path pid) {
        try {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(server -> {
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
                server.onExit().join();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("a server may still run", e);
        }
    }
}
