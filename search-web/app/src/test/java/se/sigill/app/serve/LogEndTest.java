package se.sigill.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogEndTest {
    private static final String TOLD =
            "[11/27/26, 3:38:42:734 UTC] 0000002d com.ibm.ws.webcontainer.servlet   I SRVE0242I: Initialization successful.";
    private static final String ERROR = "[11/27/26, 3:38:42:735 UTC] 0000002e se.sigill.staff.archive.RunningArchive  E"
            + " archive-not-open reason=Åtgärd";

    @TempDir
    Path folder;

    private ServerPlace place;

    @BeforeEach
    void logs() throws IOException {
        place = new ServerPlace(Server.STAFF, folder);
        Files.createDirectories(place.logs());
    }

    @Test
    void showsErrorsWhereThereAreAny() throws IOException {
        Files.writeString(place.log(), TOLD + "\n" + ERROR + "\n\tat somewhere\n" + (TOLD + "\n").repeat(40));

        assertEquals(List.of(ERROR), LogEnd.of(place));
    }

    @Test
    void showsTheLastLinesElse() throws IOException {
        Files.writeString(place.console(), "Error: no\tJava\n\n");
        assertEquals(List.of("Error: no Java"), LogEnd.of(place));

        Files.writeString(place.log(), (TOLD + "\n").repeat(40));
        assertEquals(12, LogEnd.of(place).size());
    }

    @Test
    void showsNothingOfAServerThatLeftNoLog() {
        assertEquals(List.of(), LogEnd.of(place));
    }
}
