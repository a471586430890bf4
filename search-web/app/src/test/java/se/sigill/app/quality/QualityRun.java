package se.sigill.app.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.app.soak.LongRun;
import se.sigill.app.wiring.Depositing;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.Founding;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.AccessLabels;
import se.sigill.core.access.Viewer;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.formats.worker.WorkerFormats;
import se.sigill.ingest.spool.Deposit;
import se.sigill.search.Hit;
import se.sigill.search.SearchRequest;

/**
 * Delivers every text and asks every question, with the settings that everybody has. What the sets of subjects and
 * titles ask for is delivered without its title, which is the question; its number stands in the table, as a register
 * would have it.
 */
public final class QualityRun implements LongRun {
    private static final int DELIVERY = 5_000;

    /** Share of questions of a set whose answer must be among the first ten; 1 for numbers: the very first. */
    private static final Map<String, Double> FLOORS =
            Map.of("ipq-subject", 0.85, "swequad-question", 0.90, "statute-title", 0.87, "ipq-number", 1.0);

    private static final String NUMBERS = "ipq-number";

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public String about() {
        return "delivers the texts of $SIGILL_CORPORA and asks questions with known answers (a round: one text)";
    }

    @Override
    public End run(Order order) throws IOException {
        Texts texts = new Texts(Path.of(System.getenv().getOrDefault("SIGILL_CORPORA", "corpora")));
        if (!texts.isThere()) {
            return new End(false, "no texts: SIGILL_CORPORA names a folder with search-docs.jsonl.gz");
        }
        Path folder = Files.createTempDirectory("sigill-quality");
        try {
            return run(texts, folder, order.rounds().orElse(Integer.MAX_VALUE), order.out());
        } finally {
            Trees.delete(folder);
        }
    }

    private static End run(Texts texts, Path folder, int most, PrintStream out) throws IOException {
        List<Path> deliveries = texts.deliveries(folder.resolve("leveranser"), DELIVERY, most);
        Home home = new Home(folder.resolve("home"));
        Founding.Made _ = Founding.found(home, Optional.of("quality.sigill.example"), Optional.of("Kommunstyrelsen"));
        long begin = System.nanoTime();
        try (OpenArchive archive = OpenArchive.open(home)) {
            try (WorkerFormats formats = Engines.startWarm(archive.config(), Optional.empty());
                    Depositing depositing = new Depositing(archive, formats)) {
                for (Path delivery : deliveries) {
                    deliver(depositing, delivery);
                    out.printf(
                            Locale.ROOT,
                            "%d records, %.0f a second%n",
                            archive.catalogue().counts().records(),
                            archive.catalogue().counts().records() / seconds(begin));
                }
            }
            return ask(archive, texts, out);
        }
    }

    private static void deliver(Depositing depositing, Path delivery) {
        switch (depositing.receive(delivery, "texter", "")) {
            case Deposit.Received(var receipt) -> {
                var _ = depositing.takeIn(receipt.delivery());
            }
            case Deposit other -> throw new IllegalStateException("not received: " + other);
        }
    }

    private static End ask(OpenArchive archive, Texts texts, PrintStream out) throws IOException {
        Map<String, String> ids = externalIds(archive);
        boolean sound = true;
        List<String> words = new ArrayList<>(List.of(ids.size() + " texts"));
        for (String set : List.of("ipq-subject", "swequad-question", "statute-title", NUMBERS)) {
            Score score = ask(archive, set, texts.questions(set), ids);
            out.println(score.line());
            words.add(score.line());
            double reached = set.equals(NUMBERS) ? score.first() : score.inTen();
            sound &= reached >= FLOORS.getOrDefault(set, 1.0);
        }
        return new End(sound, String.join("; ", words));
    }

    /** @param inTen share whose answer is among the first ten; @param first share whose answer is the first */
    private record Score(String set, int asked, double inTen, double first) {
        String line() {
            return String.format(Locale.ROOT, "%s: %d asked, R@10 %.3f, first %.3f", set, asked, inTen, first);
        }
    }

    private static Score ask(
            OpenArchive archive, String set, List<Texts.Question> questions, Map<String, String> externalIds) {
        Set<String> labels = AccessLabels.readableBy(new Viewer.Operator("quality"));
        int ten = 0;
        int first = 0;
        for (Texts.Question question : questions) {
            List<String> found = archive.index().search(SearchRequest.of(question.query(), labels)).hits().stream()
                    .map(Hit::id)
                    .map(id -> externalIds.getOrDefault(id, ""))
                    .toList();
            ten += found.contains(question.answer()) ? 1 : 0;
            first += !found.isEmpty() && found.getFirst().equals(question.answer()) ? 1 : 0;
        }
        double asked = questions.size();
        return new Score(set, questions.size(), ten / asked, first / asked);
    }

    private static Map<String, String> externalIds(OpenArchive archive) {
        Map<String, String> ids = new HashMap<>();
        List<CatalogueRecord> page = archive.catalogue().page("", Catalogue.PAGE_MAX);
        while (!page.isEmpty()) {
            page.forEach(record ->
                    ids.put(record.id().value(), record.description().source().externalId()));
            page = archive.catalogue().page(page.getLast().id().value(), Catalogue.PAGE_MAX);
        }
        return ids;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
