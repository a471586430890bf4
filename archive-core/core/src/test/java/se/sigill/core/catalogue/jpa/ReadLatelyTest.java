package se.sigill.core.catalogue.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadLatelyTest {
    private final ReadLately<String> lately = new ReadLately<>(3);
    private final Map<String, String> rows = new HashMap<>();
    private final List<String> readIds = new ArrayList<>();

    @BeforeEach
    void write() {
        for (String id : List.of("a", "b", "c", "d")) {
            rows.put(id, id + "1");
        }
    }

    private Map<String, String> get(String... ids) {
        return lately.get(List.of(ids), this::read);
    }

    private Map<String, String> read(List<String> ids) {
        readIds.addAll(ids);
        Map<String, String> read = new HashMap<>(rows);
        read.keySet().retainAll(ids);
        return read;
    }

    private List<String> readNow() {
        List<String> now = List.copyOf(readIds);
        readIds.clear();
        return now;
    }

    @Test
    void readsEachOnceUntilItIsWritten() {
        assertEquals(Map.of("a", "a1", "b", "b1"), get("a", "b", "nowhere"));
        assertEquals(List.of("a", "b", "nowhere"), readNow());
        rows.put("a", "a2");
        lately.forget(List.of("a"));

        assertEquals(Map.of("a", "a2", "b", "b1"), get("a", "b"));
        assertEquals(List.of("a"), readNow());
        lately.forgetAll();
        get("b");
        assertEquals(List.of("b"), readNow());
    }

    /** Whoever read before the commit must not be believed after it, or a restriction would not show. */
    @Test
    void doesNotKeepWhatWasReadWhileSomethingWasWritten() {
        Map<String, String> before = lately.get(List.of("a"), ids -> {
            Map<String, String> read = read(ids);
            rows.put("a", "restricted");
            lately.forget(List.of("a"));
            return read;
        });

        assertEquals(Map.of("a", "a1"), before);
        assertEquals(Map.of("a", "restricted"), get("a"));
    }

    @Test
    void theOneAskedForLongestAgoMakesRoom() {
        get("a", "b", "c");
        get("a");
        get("d");
        readNow();

        get("a", "c", "d");
        assertEquals(List.of(), readNow());
        get("b");
        assertEquals(List.of("b"), readNow());
    }
}
