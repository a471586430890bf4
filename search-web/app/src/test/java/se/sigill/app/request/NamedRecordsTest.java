package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedRecordsTest {
    @TempDir
    Path folder;

    /** As they stand in a browser, also behind a hit or a question for the content. */
    @Test
    void areKnownByIdNumberAndAnyAddressOfTheirPage() throws IOException {
        try (AskedArchive there = AskedArchive.in(folder)) {
            String id = there.record(AskedArchive.PLAN);
            for (String name : List.of(
                    id,
                    AskedArchive.PLAN,
                    "https://inne.example:9443/sv/handling/" + id,
                    "https://inne.example:9443/sv/handling/" + id + "?del=0",
                    "/en/handling/" + id + "/visa",
                    "https://inne.example:9443/sv/handling/" + id + "?del=2#sida-3")) {
                assertEquals(new NamedRecords(List.of(id), List.of()), NamedRecords.typed(there.of("reg"), name), name);
            }
            assertEquals(
                    new NamedRecords(List.of(), List.of("KS 2026/999", "finns inte")),
                    NamedRecords.typed(there.of("reg"), "KS 2026/999\nfinns inte"));
        }
    }
}
