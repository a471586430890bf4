package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    @Test
    void readsPagesAsTheyAreTyped() {
        assertEquals(Optional.of(List.of("page:3", "page:5", "page:6", "page:7")), LeftOut.typed(" 3, 5-7 "));
        assertEquals(Optional.of(List.of("page:1", "page:2", "page:3")), LeftOut.typed("2–3; 1,2"));
        assertEquals(Optional.of(List.of("page:4", "page:5", "page:6")), LeftOut.typed("4 - 6"));
        assertEquals(Optional.of(List.of()), LeftOut.typed(" , "));
        for (String wrong : List.of("tre", "3-", "-3", "7-5", "0", "1-1000000", "1-501", "3..5", "1234567")) {
            assertEquals(Optional.empty(), LeftOut.typed(wrong), wrong);
        }
    }
}
