package se.sigill.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.core.config.Home;
import se.sigill.core.record.RecordId;
import se.sigill.formats.worker.WorkerFormats;
import se.sigill.ingest.pipeline.TakingIn;
import se.sigill.ingest.spool.Deposit;

/** Several in one process deliver, as a server and the commands it does. */
@Tag("slow")
class DepositingTest {
    @TempDir
    private Path folder;

    @Test
    void eachDeliveryIsTakenInOnceByWhoeverReceivedItOrIsQuicker() throws IOException {
        Running.founded(folder.resolve("home"));
        Path source = Files.createDirectories(folder.resolve("leverans"));
        Files.writeString(source.resolve("ett.txt"), "Ett beslut.");
        Files.writeString(source.resolve("tom.txt"), "");
        try (OpenArchive archive = OpenArchive.open(new Home(folder.resolve("home")));
                WorkerFormats formats = Engines.start(archive.config(), Optional.empty());
                Depositing one = new Depositing(archive, formats);
                Depositing other = new Depositing(archive, formats)) {
            String delivery = receive(one, source);

            assertEquals(List.of(), other.takeInWaiting(), "it is claimed");
            archive.lane().release(delivery);
            List<TakingIn.Taken> quicker = other.takeInWaiting();
            TakingIn.Taken afterwards = one.takeIn(delivery);

            Map<String, RecordId> records = quicker.getFirst().records();
            assertEquals(List.of("ett.txt"), List.copyOf(records.keySet()));
            assertEquals(records, afterwards.records(), "what became of it is told, and nothing is made twice");
            assertEquals(1, archive.catalogue().counts().records());
            assertEquals(List.of(), other.takeInWaiting());
        }
    }

    private static String receive(Depositing depositing, Path source) {
        return assertInstanceOf(Deposit.Received.class, depositing.receive(source, "prov", "Byggnadsnämnden"))
                .receipt()
                .delivery();
    }
}
