package se.sigill.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.QuarantinedItems;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.Json;
import se.sigill.ingest.spool.Manifest;
import se.sigill.ingest.spool.Remark;
import se.sigill.ingest.spool.SpoolItem;

/**
 * {@code sigill quarantine}: what was received and waits for a person, with what is wrong and what to do; or rejects a
 * delivery's rest. There is no releasing of a faulty item as it is: it is mended at its source and delivered again.
 */
@Command(
        name = "quarantine",
        description = "Show what was received and could not be taken in; or reject it with a reason.")
final class Quarantine implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--reject", paramLabel = "DELIVERY", description = "what waits of this delivery becomes no record")
    private Optional<String> reject = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why it is rejected")
    private String reason = "";

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open()) {
            return reject.isPresent() ? reject(archive, reject.get()) : list(archive);
        }
    }

    private int list(OpenArchive archive) {
        QuarantinedItems waiting = new QuarantinedItems(archive);
        long items = 0;
        for (Manifest manifest : waiting.deliveries()) {
            items += show(archive, waiting, manifest);
        }
        if (items == 0) {
            print.say("nothing is in quarantine");
        } else {
            print.say(items + (items == 1 ? " item waits." : " items wait.")
                    + " Mend them where they come from and deliver again: what is in the archive\nalready is"
                    + " recognised. What is replaced so, or shall not be archived, goes with:\n"
                    + "  sigill quarantine --reject DELIVERY --reason TEXT");
        }
        return ExitCode.OK;
    }

    /** @return how many items were shown */
    private long show(OpenArchive archive, QuarantinedItems waiting, Manifest manifest) {
        List<SpoolItem> items = waiting.seen(manifest);
        print.say("delivery " + manifest.delivery() + " from " + Printing.oneLine(manifest.system()) + ", received "
                + manifest.receivedAt());
        if (waiting.seesAll(manifest)) {
            manifest.remarks().forEach(remark -> print.remark(remark, "    "));
        }
        items.forEach(item -> show(archive, manifest, item));
        print.say("");
        return items.size();
    }

    private void show(OpenArchive archive, Manifest manifest, SpoolItem item) {
        String bytes = item.file().isEmpty()
                ? ""
                : archive.spool().file(manifest.delivery(), item).toString();
        Json line = Json.object()
                .with("delivery", manifest.delivery())
                .with("item", item.number())
                .with("path", item.path())
                .with("file", bytes)
                .with("sha256", bytes.isEmpty() ? "" : item.digests().sha256())
                .with(
                        "findings",
                        Json.array(item.remarks().stream().map(Remark::toJson).toList()));
        print.result(line, "  " + item.number() + ". " + Printing.oneLine(item.path()));
        item.remarks().forEach(remark -> print.remark(remark, "    "));
        print.say(
                bytes.isEmpty()
                        ? "    no bytes came with it"
                        : "    " + item.digests().sizeBytes() + " bytes in " + Printing.oneLine(bytes));
    }

    private int reject(OpenArchive archive, String delivery) {
        if (reason.isBlank()) {
            throw new ArchiveException.WrongUsage("--reject needs --reason: somebody answers for it later");
        }
        int items = new QuarantinedItems(archive).reject(delivery, reason);
        Json line = Json.object()
                .with("delivery", delivery)
                .with("outcome", "rejected")
                .with("items", items);
        print.result(
                line,
                items + " items of delivery " + delivery + " are rejected. Their bytes are kept in "
                        + archive.home().spool().resolve("rejected").resolve(delivery)
                        + "\nuntil somebody deletes them under a disposal decision.");
        return ExitCode.OK;
    }
}
