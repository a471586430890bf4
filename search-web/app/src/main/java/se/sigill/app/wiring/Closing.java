package se.sigill.app.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened so far, last first, when opening the rest fails. */
final class Closing {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T later(T resource) {
        opened.push(resource);
        return resource;
    }

    void close() {
        for (AutoCloseable resource : opened) {
            try {
                resource.close();
            } catch (Exception e) {
                System.getLogger(Closing.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "open-undone resource={0}",
                                resource.getClass().getSimpleName());
            }
        }
    }
}
