package se.sigill.app.withdrawal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.run.Running;
import se.sigill.app.run.TwoServers;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.Home;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.record.RecordId;
import se.sigill.search.lucene.LuceneSearch;
import se.sigill.zone.Zone;

/** An archive whose open records are published, and its two servers. */
record Served(TwoServers servers, OutsideHome outside, List<Record> published) {
    /** @param mark a word that stands in this record and nowhere else */
    record Record(RecordId id, String mark) {}

    /** @param records taken in; those that nobody may see do not count as published */
    static Served founded(Path folder, long seed, int records) throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Home home = new Home(running.home());
        TwoServers servers = TwoServers.configured(running);
        List<Record> published = new ArrayList<>();
        OutsideHome outside = servers.outside();
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
        return new Served(servers, outside, published);
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

    Running running() {
        return servers.running();
    }
}
