package se.sigill.staff.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.staff.reply.Problems;

class DoorkeeperTest {
    @Test
    void readsTheSchemeInAnyCase() {
        assertEquals(Optional.of("abc"), Doorkeeper.shown("Bearer abc"));
        assertEquals(Optional.of("abc"), Doorkeeper.shown("bearer  abc "));
    }

    @Test
    void readsNothingElse() {
        assertEquals(Optional.empty(), Doorkeeper.shown(null));
        assertEquals(Optional.empty(), Doorkeeper.shown("Basic abc"));
        assertEquals(Optional.empty(), Doorkeeper.shown("Bearerabc"));
    }

    @Test
    void tellsProblemsInTheFormOfRfc9457() {
        Json.Obj problem =
                JsonReader.parse(Problems.json(401, "Unauthorized", "Why")).asObject();

        assertEquals("Unauthorized", problem.text("title"));
        assertEquals(401, problem.integer("status"));
        assertEquals("Why", problem.text("detail"));
    }
}
