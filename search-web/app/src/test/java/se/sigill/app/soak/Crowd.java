package se.sigill.app.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.sigill.app.wiring.Depositing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.core.json.JsonWriter;
import se.sigill.formats.PlainFormats;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;

/**
 * {@code Crowd HOME RECEIPTS FOLDER…}: one process in which several deposit at the same time, each thread its share of
 * the folders under the name of a system of its own. They begin to receive together, and one receives while another is
 * taken in: what commands cannot do, of which one works and the others wait.
 */
final class Crowd {
    private final Depositing depositing;
    private final Path receipts;
    private final CyclicBarrier together;

    private Crowd(Depositing depositing, Path receipts, int size) {
        this.depositing = depositing;
        this.receipts = receipts;
        this.together = new CyclicBarrier(size);
    }

    public static void main(String[] words) throws Exception {
        int size = KillRun.DEPOSITORS;
        List<String> folders = Arrays.asList(words).subList(2, words.length);
        Path receipts = Files.createDirectories(Path.of(words[1]));
        try (OpenArchive archive = OpenArchive.open(new Home(Path.of(words[0])));
                Depositing depositing = new Depositing(archive, new PlainFormats());
                ExecutorService threads = Executors.newFixedThreadPool(size)) {
            Crowd crowd = new Crowd(depositing, receipts, size);
            crowd.takeInWaiting();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                List<String> share = folders.subList(i * folders.size() / size, (i + 1) * folders.size() / size);
                all.add(threads.submit(() -> crowd.deposit("system-" + number, share)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            // One of them failed: the others are not waited for.
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private Void deposit(String system, List<String> share) throws Exception {
        together.await();
        for (String folder : share) {
            if (!(depositing.receive(Path.of(folder), system) instanceof Deposit.Received(Receipt receipt))) {
                throw new AssertionError("refused");
            }
            write(receipt);
            takeIn(receipt.delivery());
        }
        return null;
    }

    private void write(Receipt receipt) throws IOException {
        byte[] json = JsonWriter.pretty(receipt.toJson()).getBytes(StandardCharsets.UTF_8);
        Files.write(receipts.resolve(receipt.delivery() + ".json"), json);
    }

    /** One at a time, as the package says. */
    private synchronized void takeIn(String delivery) {
        depositing.takeIn(delivery);
    }

    private synchronized void takeInWaiting() {
        depositing.takeInWaiting();
    }
}
