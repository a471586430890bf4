package se.sigill.app.withdrawal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.record.RecordId;
import se.sigill.search.lucene.LuceneSearch;
import se.sigill.zone.Zone;

/** An archive whose open records are published, and its two servers. */
record Served(Running running, OutsideHome outside, List<Record> published) {
    private static final List<String> SERVERS = List.of("staff", "open");
    private static final int STARTS_MAX = 4;

    /** @param mark a word that stands in this record and nowhere else */
    record Record(RecordId id, String mark) {}

    /** @param records taken in; those that nobody may see do not count as published */
    static Served founded(Path folder, long seed, int records) throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Home home = new Home(running.home());
        try (ServerSocket staff = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    home.config(),
                    "staff.listen = 127.0.0.1:" + staff.getLocalPort() + "\nopen.listen = 127.0.0.1:"
                            + open.getLocalPort()
                            + "\nopen.protocol = plain\nopen.public-address = http://arkiv.example\n"
                            + "open.requests-per-second = 1000000\nserve.class-cache = no\n",
                    StandardOpenOption.APPEND);
        }
        List<Record> published = new ArrayList<>();
        OutsideHome outside =
                new OutsideHome(ConfigReader.read(home.config()).servers().outside());
        try (OpenArchive archive = OpenArchive.open(home)) {
            List<Record> all = fill(archive, seed, records);
            new Sealing(archive).seal();
            ZoneHere.of(archive).tell();
            try (Zone zone = Zone.open(outside, archive.clock(), LuceneSearch.COMMAND_BUDGET)) {
                for (Record record : all) {
                    if (zone.find(record.id().value()).orElse(null) instanceof PublicRecord) {
                        published.add(record);
                    }
                }
            }
        }
        return new Served(running, outside, published);
    }

    private static List<Record> fill(OpenArchive archive, long seed, int records) {
        new FilledArchive(archive, seed).adoptRules("1");
        SplittableRandom random = new SplittableRandom(seed);
        List<Record> all = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            String mark = "kanarie" + Integer.toString(i * 7919 + 100_003, 36);
            FilledArchive one = new FilledArchive(archive, random.nextLong(), " " + mark);
            all.add(new Record(one.takeIn(1).getFirst().id(), mark));
        }
        archive.catchUp();
        return all;
    }

    /** The address of the open site, with a slash at its end. */
    String address() {
        return ConfigReader.read(new Home(running.home()).config())
                .servers()
                .open()
                .address();
    }

    /** A machine that is busy with other things may need longer than the command waits. */
    void start() {
        int tries = 1;
        while (running.type("serve", "--json").exit() != 0 && tries < STARTS_MAX) {
            tries++;
        }
        running.type("serve", "--json").expect(0);
    }

    /** Whatever state they are in. */
    void stop() {
        if (running.type("stop", "--wait", "PT30S").exit() != 0) {
            kill(0);
            kill(1);
        }
    }

    /** Ends one of the two at once. */
    void kill(int which) {
        String name = SERVERS.get(Math.floorMod(which, SERVERS.size()));
        Path number = (name.equals("staff") ? running.home() : outside.root())
                .resolve("run")
                .resolve(name + ".pid");
        if (!Files.exists(number)) {
            return;
        }
        try {
            ProcessHandle.of(Long.parseLong(Files.readString(number).strip())).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
