package se.sigill.core.catalogue.jpa;

import java.io.IOException;
import java.nio.file.Path;
import se.sigill.core.catalogue.Archive;
import se.sigill.core.catalogue.Catalogue;

/** A process that opens a catalogue, says so and keeps it until its input ends. */
final class HoldsCatalogue {
    private HoldsCatalogue() {}

    public static void main(String[] args) throws IOException {
        try (Catalogue catalogue = JpaCatalogues.openDerby(Path.of(args[0]), new Archive(1))) {
            System.out.println(catalogue.cursor() == 0 ? "open" : "not empty");
            int ended = System.in.read();
            assert ended < 0;
        }
    }
}
