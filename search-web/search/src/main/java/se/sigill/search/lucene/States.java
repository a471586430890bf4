package se.sigill.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;

/** The current state, lent to searches and replaced by whoever writes. Safe for any number of threads. */
final class States implements AutoCloseable {
    private Snapshot current;

    States(Snapshot first) {
        this.current = first;
    }

    /** What is done with a state while it is lent. */
    @FunctionalInterface
    interface Use<T> {
        T of(Snapshot state) throws IOException;
    }

    <T> T with(Use<T> use) {
        Snapshot state = borrow();
        try {
            return use.of(state);
        } catch (IOException e) {
            throw LuceneReader.unreadable(e);
        } finally {
            letGo(state.reader());
        }
    }

    private synchronized Snapshot borrow() {
        current.reader().incRef();
        return current;
    }

    /** Takes over {@code next}; the state before is closed when nobody uses it. */
    synchronized void replace(Snapshot next) {
        Snapshot before = current;
        current = next;
        if (!before.reader().equals(next.reader())) {
            letGo(before.reader());
        }
    }

    synchronized Snapshot current() {
        return current;
    }

    @Override
    public synchronized void close() {
        letGo(current.reader());
    }

    private static void letGo(DirectoryReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw LuceneReader.unreadable(e);
        }
    }
}
