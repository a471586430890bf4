package se.sigill.app.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import se.sigill.app.wiring.Depositing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.core.json.JsonWriter;
import se.sigill.formats.PlainFormats;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;

/**
 * {@code PlainDepositor HOME FOLDER RECEIPTS}: delivers a folder as {@code sigill deposit} does, without the time that
 * engines take to start. Everything that is written is written by the same code.
 */
final class PlainDepositor {
    private static final String SYSTEM = "prov";

    private PlainDepositor() {}

    public static void main(String[] words) throws IOException {
        try (OpenArchive archive = OpenArchive.open(new Home(Path.of(words[0])))) {
            deposit(archive, Path.of(words[1]), Path.of(words[2]));
        }
    }

    /** Takes in what waits, then the folder. @param receipts where the receipt is written before anything is taken in */
    static void deposit(OpenArchive archive, Path folder, Path receipts) throws IOException {
        try (Depositing depositing = new Depositing(archive, new PlainFormats())) {
            depositing.takeInWaiting();
            if (!(depositing.receive(folder, SYSTEM) instanceof Deposit.Received(Receipt receipt))) {
                throw new AssertionError("refused");
            }
            Files.createDirectories(receipts);
            byte[] json = JsonWriter.pretty(receipt.toJson()).getBytes(StandardCharsets.UTF_8);
            Files.write(receipts.resolve(receipt.delivery() + ".json"), json);
            depositing.takeIn(receipt.delivery());
        }
    }

    /** Takes in what a stop left. */
    static void restart(OpenArchive archive) {
        try (Depositing depositing = new Depositing(archive, new PlainFormats())) {
            depositing.takeInWaiting();
        }
    }
}
