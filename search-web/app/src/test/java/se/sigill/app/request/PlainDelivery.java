package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Depositing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.formats.PlainFormats;
import se.sigill.ingest.spool.Deposit;

/** A delivery of plain texts, taken in without the engines, which take seconds to start. */
final class PlainDelivery {
    private PlainDelivery() {}

    static void takeIn(Running running, Path folder) {
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            takeIn(archive, folder);
        }
    }

    static void takeIn(OpenArchive archive, Path folder) {
        try (Depositing depositing = new Depositing(archive, new PlainFormats())) {
            String delivery = assertInstanceOf(Deposit.Received.class, depositing.receive(folder, "prov"))
                    .receipt()
                    .delivery();
            depositing.takeIn(delivery);
        }
    }
}
