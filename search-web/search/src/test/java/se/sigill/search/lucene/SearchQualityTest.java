package se.sigill.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import se.sigill.search.IndexCursor;
import se.sigill.search.IndexDocument;
import se.sigill.search.SearchIndex;

/**
 * A short round of {@link QualityRound}: every twentieth question against its answers and every tenth other document. Easier
 * than the whole corpus, so the floors are higher; it notices a setting that broke, not one that is a little worse.
 */
class SearchQualityTest {
    private static final int EVERY_QUESTION = 20;
    private static final int EVERY_DOCUMENT = 10;

    private static final Map<String, Double> FLOORS =
            Map.of("ipq-subject", 0.85, "swequad-question", 0.85, "statute-title", 0.87, "ipq-number", 1.0);

    @Test
    void findsWhatPeopleLookForInPublicTexts() throws IOException {
        Path corpora = corpora();
        Map<String, List<QualityRound.Question>> sample = new LinkedHashMap<>();
        Set<String> answers = new HashSet<>();
        for (String set : QualityRound.SETS) {
            List<QualityRound.Question> all = QualityRound.questions(corpora, set);
            List<QualityRound.Question> some = new ArrayList<>();
            for (int i = 0; i < all.size(); i += EVERY_QUESTION) {
                some.add(all.get(i));
                answers.add(all.get(i).answer());
            }
            sample.put(set, some);
        }
        try (SearchIndex index = LuceneSearch.inMemory()) {
            fill(index, corpora, answers);
            QualityRound round = new QualityRound(index);
            sample.forEach((set, questions) -> {
                QualityRound.Score score = round.ask(set, questions);
                assertTrue(score.inTen() >= FLOORS.getOrDefault(set, 1.0), score.line());
                if (set.equals("ipq-number")) {
                    assertEquals(1.0, score.first(), score.line());
                }
            });
        }
    }

    private static void fill(SearchIndex index, Path corpora, Set<String> answers) throws IOException {
        List<IndexDocument> chosen = new ArrayList<>();
        int[] seen = {0};
        QualityRound.read(corpora, document -> {
            if (seen[0]++ % EVERY_DOCUMENT == 0 || answers.contains(document.id())) {
                chosen.add(document);
            }
        });
        index.put(chosen);
        index.commit(IndexCursor.START);
    }

    private static Path corpora() {
        Optional<Path> folder = Optional.ofNullable(System.getenv("SIGILL_CORPORA"))
                .map(Path::of)
                .filter(f -> Files.exists(f.resolve("search-docs.jsonl.gz")));
        Assumptions.assumeTrue(folder.isPresent(), "skipped: search quality, no corpora in $SIGILL_CORPORA");
        return folder.orElseThrow();
    }
}
