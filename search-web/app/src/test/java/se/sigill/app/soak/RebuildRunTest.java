package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short round of the soak {@code rebuild}: 500 records, 200 searches. */
@Tag("slow")
class RebuildRunTest {
    @Test
    void makesCatalogueAndIndexAnewByteForByte() {
        StringWriter text = new StringWriter();

        boolean same = RebuildRun.run(20261124, 500, new PrintWriter(text, true));

        System.getLogger("soak").log(System.Logger.Level.INFO, text);
        assertTrue(same, text.toString());
    }
}
