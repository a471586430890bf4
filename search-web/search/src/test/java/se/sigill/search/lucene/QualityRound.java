package se.sigill.search.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.search.IndexCursor;
import se.sigill.search.IndexDocument;
import se.sigill.search.SearchIndex;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;

/**
 * Measures how well the index finds what people look for, on public Swedish texts with known answers. Titles stay out of
 * the index: in the sets of subjects and titles the title is the query. Run {@code main} for the whole corpus.
 */
final class QualityRound {
    private static final Set<String> OPEN = Set.of("open");

    /** Other processes disturb a clock, not this. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final SearchIndex index;

    QualityRound(SearchIndex index) {
        this.index = index;
    }

    /** A query and the document that answers it. */
    record Question(String query, String answer) {}

    /** Shares of questions whose answer is among the first ten, and first; processor time in microseconds, sorted. */
    record Score(String set, int asked, double inTen, double first, List<Long> micros) {
        long micros(double share) {
            return micros.get((int) Math.min(micros.size() - 1L, Math.round(share * micros.size())));
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-20s %5d asked  R@10 %.3f  first %.3f  p50 %.2f ms  p99 %.2f ms  max %.2f ms",
                    set,
                    asked,
                    inTen,
                    first,
                    micros(0.5) / 1000.0,
                    micros(0.99) / 1000.0,
                    micros.getLast() / 1000.0);
        }
    }

    /** Takes a document in. */
    interface Sink {
        void take(IndexDocument document);
    }

    static void read(Path corpora, Sink sink) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpora.resolve("search-docs.jsonl.gz")), 1 << 16),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sink.take(document(JsonReader.parse(line).asObject()));
            }
        }
    }

    private static IndexDocument document(Json.Obj json) {
        String date = json.optionalText("date").orElse("");
        return new IndexDocument(
                json.text("id"),
                "",
                json.optionalText("number").orElse(""),
                date,
                date.length() >= 4 ? Integer.parseInt(date.substring(0, 4)) : 0,
                json.text("type"),
                json.optionalText("department").orElse(""),
                "",
                "",
                "",
                "",
                List.of("text"),
                "",
                List.of(),
                List.of(new IndexDocument.Page("", "", 1, json.text("text"))),
                OPEN,
                true);
    }

    static List<Question> questions(Path corpora, String set) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(corpora.resolve("search-q-" + set + ".tsv"))) {
            String[] cells = line.split("\t");
            if (cells.length >= 3 && !cells[0].equals("qid")) {
                questions.add(new Question(cells[1], cells[2]));
            }
        }
        return questions;
    }

    Score ask(String set, List<Question> questions) {
        long[] micros = new long[questions.size()];
        int ten = 0;
        int first = 0;
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            long start = CPU.getCurrentThreadCpuTime();
            SearchResult result = index.search(SearchRequest.of(question.query(), OPEN));
            micros[i] = (CPU.getCurrentThreadCpuTime() - start) / 1000;
            List<String> ids = result.hits().stream().map(h -> h.id()).toList();
            if (ids.contains(question.answer())) {
                ten++;
            }
            if (!ids.isEmpty() && ids.getFirst().equals(question.answer())) {
                first++;
            }
        }
        Arrays.sort(micros);
        double n = questions.size();
        return new Score(
                set,
                questions.size(),
                ten / n,
                first / n,
                Arrays.stream(micros).boxed().toList());
    }

    static final List<String> SETS = List.of("ipq-subject", "swequad-question", "statute-title", "ipq-number");

    /** Arguments: folder of the corpora; folder of an index to make or use; every n-th question (1). */
    public static void main(String[] arguments) throws IOException {
        Path corpora = Path.of(arguments[0]);
        SearchIndex index =
                switch (LuceneSearch.open(Path.of(arguments[1]), LuceneSearch.COMMAND_BUDGET)) {
                    case LuceneSearch.Opened<SearchIndex>(SearchIndex opened) -> opened;
                    case LuceneSearch.Unusable<SearchIndex> unusable ->
                        throw new IllegalStateException(unusable.why().toString());
                };
        try (index) {
            if (index.size() == 0) {
                long start = System.nanoTime();
                List<IndexDocument> batch = new ArrayList<>();
                read(corpora, d -> {
                    batch.add(d);
                    if (batch.size() == 1000) {
                        index.put(batch);
                        batch.clear();
                    }
                });
                index.put(batch);
                index.commit(new IndexCursor(1, ""));
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT, "indexed %d in %.1f s, %.0f/s%n", index.size(), seconds, index.size() / seconds);
            }
            int step = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
            QualityRound round = new QualityRound(index);
            for (String set : SETS) {
                List<Question> all = questions(corpora, set);
                List<Question> some = new ArrayList<>();
                for (int i = 0; i < all.size(); i += step) {
                    some.add(all.get(i));
                }
                System.out.println(round.ask(set, some).line());
            }
        }
    }
}
