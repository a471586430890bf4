package se.sigill.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.Depositing;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.GapWords;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.RecordId;
import se.sigill.formats.worker.WorkerFormats;
import se.sigill.ingest.pipeline.TakingIn;
import se.sigill.ingest.spool.Receipt;
import se.sigill.ingest.spool.Remark;

/** {@code sigill deposit}: receives deliveries, gives receipts, and takes in what was received. */
@Command(
        name = "deposit",
        description =
                "Deliver folders, zips, mails or files. First the receipt, when every byte is safe; then the records"
                        + " are made and can be found.")
final class Deposit implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--signatures",
            paramLabel = "DIR",
            description = "a folder with a newer pair of PRONOM signature files")
    private Optional<Path> signatures = Optional.empty();

    @Option(names = "--system", required = true, paramLabel = "NAME", description = "the system that delivers")
    private String system = "";

    @Option(
            names = "--authority",
            paramLabel = "NAME",
            description = "whose records those are for which the delivery names no authority")
    private String authority = "";

    @Option(names = "--brief", description = "no line for each record, only what is odd and the sum")
    private boolean brief;

    @Option(names = "--receipt", paramLabel = "DIR", description = "write each receipt there, a file per delivery")
    private Optional<Path> receipts = Optional.empty();

    @Option(names = "--receive-only", description = "give the receipt and stop; the next deposit takes the rest in")
    private boolean receiveOnly;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "what to deliver; none: only take in what waits")
    private List<Path> paths = List.of();

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private long receiptMillis;
    private int refused;

    @Override
    public Integer call() {
        Instant begin = Instant.now();
        try (OpenArchive archive = home.open();
                WorkerFormats formats = Engines.startWarm(archive.config(), signatures);
                Depositing depositing = new Depositing(archive, formats)) {
            started(archive.atStart());
            if (!receiveOnly) {
                takeInWaiting(archive, depositing);
            }
            for (Path path : paths) {
                deposit(archive, depositing, path);
            }
            summary(archive, depositing, Duration.between(begin, Instant.now()));
        }
        if (refused > 0) {
            return refused == paths.size() ? ExitCode.FINDINGS : ExitCode.PARTLY;
        }
        return outcomes.containsKey("quarantined") ? ExitCode.PARTLY : ExitCode.OK;
    }

    /** People read it on the error stream, as with every command. */
    private void started(List<Finding> findings) {
        if (print.asJson() && !findings.isEmpty()) {
            Json line = Json.object()
                    .with("delivery", "")
                    .with("path", "")
                    .with("record", "")
                    .with("outcome", "started")
                    .with("findings", Printing.json(findings));
            print.result(line, "");
        }
    }

    private void takeInWaiting(OpenArchive archive, Depositing depositing) {
        long before = archive.archive().log().head().size();
        List<TakingIn.Taken> all = depositing.takeInWaiting();
        Map<RecordId, List<Remark>> gaps = GapWords.since(archive.catalogue(), before);
        for (TakingIn.Taken taken : all) {
            count("recovered", taken.records().size());
            print.say("delivery " + taken.delivery() + ", received before a stop: "
                    + taken.records().size() + " records are there");
            taken.records().forEach((path, record) -> {
                if (gaps.containsKey(record)) {
                    recovered(taken.delivery(), path, record, gaps.getOrDefault(record, List.of()));
                }
            });
        }
    }

    private void recovered(String delivery, String path, RecordId record, List<Remark> remarks) {
        Json line = Json.object()
                .with("delivery", delivery)
                .with("path", path)
                .with("record", record.value())
                .with("outcome", "recovered")
                .with("findings", json(remarks));
        print.result(line, "  " + Printing.oneLine(path) + ": taken in as " + record);
        remarks.forEach(remark -> print.remark(remark, "    "));
    }

    /** What became of a delivery. @param gaps what the engines could not do, for each record of which there is some */
    private record TakenIn(Map<String, RecordId> records, Map<RecordId, List<Remark>> gaps) {
        static final TakenIn NOTHING = new TakenIn(Map.of(), Map.of());
    }

    private static TakenIn takeIn(OpenArchive archive, Depositing depositing, String delivery) {
        long before = archive.archive().log().head().size();
        Map<String, RecordId> records = depositing.takeIn(delivery).records();
        return new TakenIn(records, GapWords.since(archive.catalogue(), before));
    }

    private void deposit(OpenArchive archive, Depositing depositing, Path path) {
        Instant begin = Instant.now();
        switch (depositing.receive(path, system, authority)) {
            case se.sigill.ingest.spool.Deposit.Refused no -> refused(path, Remark.all(no.findings()));
            case se.sigill.ingest.spool.Deposit.Received(Receipt receipt) -> {
                receiptMillis += Duration.between(begin, Instant.now()).toMillis();
                write(receipt);
                print.say("receipt for delivery " + receipt.delivery() + ": " + safe(receipt));
                print.out().flush();
                TakenIn taken = receiveOnly ? TakenIn.NOTHING : takeIn(archive, depositing, receipt.delivery());
                received(path, receipt);
                receipt.items().forEach(line -> item(receipt, line, taken));
            }
        }
    }

    private void refused(Path path, List<Remark> remarks) {
        refused++;
        Json line = Json.object()
                .with("delivery", "")
                .with("path", path.toString())
                .with("record", "")
                .with("outcome", "refused")
                .with("findings", json(remarks));
        print.result(line, Printing.oneLine(path.toString()) + ": refused, nothing was received");
        remarks.forEach(remark -> print.remark(remark, "  "));
    }

    private static String safe(Receipt receipt) {
        long waiting = receipt.items().stream()
                .filter(line -> line.outcome().equals("quarantined"))
                .count();
        long sound = receipt.items().size() - waiting;
        return sound
                + (sound == 1 ? " item is safe" : " items are safe")
                + (waiting > 0 ? ", " + waiting + " in quarantine" : "");
    }

    /** What is to be said of the delivery as a whole, if there is anything. */
    private void received(Path path, Receipt receipt) {
        if (receipt.remarks().isEmpty()) {
            return;
        }
        Json line = Json.object()
                .with("delivery", receipt.delivery())
                .with("path", path.toString())
                .with("record", "")
                .with("outcome", "received")
                .with("findings", json(receipt.remarks()));
        print.result(
                line, Printing.oneLine(path.toString()) + ": received, with remarks about the delivery as a whole");
        receipt.remarks().forEach(remark -> print.remark(remark, "  "));
    }

    private void item(Receipt receipt, Receipt.Line line, TakenIn taken) {
        Optional<RecordId> record = Optional.ofNullable(taken.records().get(line.path()));
        List<Remark> remarks = new ArrayList<>(line.remarks());
        record.map(taken.gaps()::get).ifPresent(remarks::addAll);
        String outcome = record.isPresent() ? "taken-in" : line.outcome();
        count(outcome, 1);
        if (brief && remarks.isEmpty()) {
            return;
        }
        Json.Obj json = Json.object()
                .with("delivery", receipt.delivery())
                .with("path", line.path())
                .with("record", record.map(RecordId::value).orElse(line.known()))
                .with("outcome", outcome)
                .with("sha256", line.sha256())
                .with("findings", json(remarks));
        print.result(
                json,
                "  " + Printing.oneLine(line.path()) + ": " + outcome
                        + record.map(id -> " as " + id).orElse(""));
        remarks.forEach(remark -> print.remark(remark, "    "));
    }

    private void summary(OpenArchive archive, Depositing depositing, Duration took) {
        Json.Obj line = Json.object().with("summary", system).with("refused", refused);
        for (Map.Entry<String, Integer> each : outcomes.entrySet()) {
            line = line.with(each.getKey(), each.getValue());
        }
        line = line.with("receiptMillis", receiptMillis)
                .with("millis", took.toMillis())
                .with("shipped", depositing.shipped().orElse(true))
                .with("checkpoint", archive.archive().log().head().note().toString());
        print.result(line, words(took));
        if (outcomes.containsKey("quarantined")) {
            print.say("What waits in quarantine, and what to do: sigill quarantine");
        }
        if (!depositing.shipped().orElse(true)) {
            print.say("The second copy of the log is late; sigill status says why.");
        }
    }

    private String words(Duration took) {
        Map<String, Integer> all = new HashMap<>(outcomes);
        int taken = all.getOrDefault("taken-in", 0);
        String text = taken + (taken == 1 ? " record taken in" : " records taken in");
        all.remove("taken-in");
        for (Map.Entry<String, Integer> each : new TreeMap<>(all).entrySet()) {
            text += ", " + each.getValue() + " " + each.getKey();
        }
        if (refused > 0) {
            text += ", " + refused + (refused == 1 ? " delivery refused" : " deliveries refused");
        }
        return text + " in " + took.toMillis() + " ms";
    }

    private void count(String outcome, int more) {
        outcomes.merge(outcome, more, Integer::sum);
    }

    private void write(Receipt receipt) {
        if (receipts.isEmpty()) {
            return;
        }
        Path file = receipts.get().resolve(receipt.delivery() + ".json");
        try {
            Files.createDirectories(receipts.get());
            Files.write(file, JsonWriter.pretty(receipt.toJson()).getBytes(StandardCharsets.UTF_8));
            print.say("receipt written to " + file);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "the delivery is safe in the spool, but its receipt cannot be written to " + file, e);
        }
    }

    private static Json json(List<Remark> remarks) {
        return Json.array(remarks.stream().map(Remark::toJson).toList());
    }
}
