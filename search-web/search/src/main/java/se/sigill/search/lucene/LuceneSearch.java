package se.sigill.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import se.sigill.core.finding.Finding;
import se.sigill.search.IndexCursor;
import se.sigill.search.SearchFinding;
import se.sigill.search.SearchIndex;
import se.sigill.search.SearchReader;

/** Opens indexes kept by Lucene. The only public type here. */
public final class LuceneSearch {
    /** What a server gives a query: longer ones are an attack or a mistake. */
    public static final Duration SERVER_BUDGET = Duration.ofMillis(200);

    /** What a command gives a query, from a cold start on a busy machine. */
    public static final Duration COMMAND_BUDGET = Duration.ofSeconds(10);

    private LuceneSearch() {}

    /** What came of opening an index. */
    public sealed interface Opening<T extends SearchReader> {}

    /** It is open; the caller closes it. */
    public record Opened<T extends SearchReader>(T index) implements Opening<T> {}

    /** It cannot be used as it lies; nothing was changed. */
    public record Unusable<T extends SearchReader>(Finding why) implements Opening<T> {}

    /**
     * Opens an index to write and search it, and makes an empty one if the folder is empty or absent. One process at a
     * time; the second gets {@code SEARCH-INDEX-LOCKED}.
     *
     * @param budget how long a search may take before it ends with what it has
     */
    public static Opening<SearchIndex> open(Path folder, Duration budget) {
        return attempt(() -> {
            Directory directory = FSDirectory.open(folder);
            if (DirectoryReader.indexExists(directory) && !ours(directory)) {
                directory.close();
                return otherForm();
            }
            return new Opened<>(new LuceneIndex(directory, within(budget)));
        });
    }

    /** Opens the last commit of an index to search it, while another process may write it. Sees no later commit. */
    public static Opening<SearchReader> read(Path folder, Duration budget) {
        return attempt(() -> {
            Directory directory = FSDirectory.open(folder);
            if (!ours(directory)) {
                directory.close();
                return otherForm();
            }
            DirectoryReader reader = DirectoryReader.open(directory);
            IndexCursor cursor =
                    LuceneIndex.cursor(reader.getIndexCommit().getUserData()).orElse(IndexCursor.START);
            return new Opened<>(new LuceneReader(new States(new Snapshot(reader, cursor)), within(budget)));
        });
    }

    /** An index in memory, the twin for tests: same answers, nothing on disk. */
    public static SearchIndex inMemory() {
        try {
            return new LuceneIndex(new ByteBuffersDirectory(), within(COMMAND_BUDGET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LuceneReader.Budget within(Duration budget) {
        return new LuceneReader.Budget(budget.toNanos(), System::nanoTime);
    }

    private static boolean ours(Directory directory) throws IOException {
        return LuceneIndex.cursor(SegmentInfos.readLatestCommit(directory).getUserData())
                .isPresent();
    }

    private static <T extends SearchReader> Unusable<T> otherForm() {
        return new Unusable<>(
                Finding.of(SearchFinding.OTHER_FORM, "index", "the index is not of the form " + LuceneIndex.FORM));
    }

    @FunctionalInterface
    private interface Step<T extends SearchReader> {
        Opening<T> run() throws IOException;
    }

    private static <T extends SearchReader> Opening<T> attempt(Step<T> step) {
        try {
            return step.run();
        } catch (IndexNotFoundException e) {
            return new Unusable<>(Finding.of(SearchFinding.DAMAGED, "index", "there is no whole index"));
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            return otherForm();
        } catch (CorruptIndexException | java.io.EOFException | java.nio.file.NoSuchFileException e) {
            return new Unusable<>(Finding.of(SearchFinding.DAMAGED, "index", "a file of the index is damaged or gone"));
        } catch (LockObtainFailedException e) {
            return new Unusable<>(Finding.of(SearchFinding.LOCKED, "index", "another process writes the index"));
        } catch (IOException e) {
            throw LuceneReader.unreadable(e);
        }
    }
}
