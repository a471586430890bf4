package se.sigill.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;

class CommandProductTest {
    @TempDir
    Path folder;

    private final List<String> typed = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @Test
    void typesWhatAPersonWouldType() {
        Product product = CommandProduct.maker(this::run, this::open).found(folder.resolve("home"));

        assertEquals(new Product.Handed(2, 1.5), product.deposit(List.of(folder.resolve("in"))));
        assertEquals(2, product.settle());
        assertEquals(1, product.makeLast());
        assertEquals(4711, product.check(), "what was read, not what lies there");
        assertEquals(7, product.rebuild());
        assertEquals(0, product.settle());

        String home = " --home " + folder.resolve("home") + " --json ";
        assertTrue(typed.get(0).startsWith("init" + home), typed.get(0));
        assertTrue(typed.get(1).startsWith("adopt" + home + "plan "), typed.get(1));
        assertEquals("deposit" + home + "--system bench " + folder.resolve("in"), typed.get(2));
    }

    @Test
    void letsGoOfTheIndexBeforeACommandNeedsTheArchive() {
        Product product = CommandProduct.maker(this::run, this::open).found(folder.resolve("home"));

        assertEquals(3, product.search("bygglov"));
        assertEquals(3, product.search("takkupa"));
        product.rebuild();
        product.search("bygglov");
        product.close();

        assertEquals(List.of("open", "close", "open", "close"), events);
    }

    @Test
    void saysWhichCommandFailedAndWhy() {
        Product product = CommandProduct.maker(this::run, this::open).found(folder.resolve("home"));

        ArchiveException failure =
                assertThrows(ArchiveException.class, () -> product.deposit(List.of(folder.resolve("missing"))));

        assertEquals("sigill deposit ended with 64: there is nothing", failure.getMessage());
    }

    private int run(PrintWriter out, PrintWriter err, String... words) {
        typed.add(String.join(" ", words));
        try {
            switch (words[0]) {
                case "init" -> write("archive/ocfl/a/v1/content/representations/original/data/x", "original..");
                case "deposit" -> {
                    if (words[words.length - 1].endsWith("missing")) {
                        err.println("there is nothing");
                        return 64;
                    }
                    out.println("{\"delivery\":\"d\",\"record\":\"r1\"}\n{\"delivery\":\"d\",\"record\":\"r2\"}");
                    out.println("{\"delivery\":\"d\",\"items\":2,\"receiptMillis\":1500}\nsome text");
                }
                case "renew" -> write("archive/ocfl/a/v2/content/representations/preservation/data/x", "");
                case "check" -> out.println("{\"round\":\"20261126\",\"files\":2,\"bytes\":4711,\"faults\":0}");
                case "rebuild" -> out.println("{\"records\":7}");
                default -> out.println("{}");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("home").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CommandProduct.Searcher open(Path home) {
        events.add("open");
        return new CommandProduct.Searcher() {
            @Override
            public long search(String query) {
                return 3;
            }

            @Override
            public void close() {
                events.add("close");
            }
        };
    }
}
