package se.sigill.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sight;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.Json;
import se.sigill.core.log.Act;
import se.sigill.ingest.spool.DeliveryStatus;
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
        long items = 0;
        Sight sight = archive.sight();
        for (DeliveryStatus status : archive.spool().status()) {
            if (status.quarantined() > 0) {
                items += show(archive, sight, archive.spool().manifest(status.delivery()));
            }
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

    /** What waits of a delivery and was not said to be another board's. */
    private static List<SpoolItem> seen(Sight sight, Manifest manifest) {
        return manifest.having(SpoolItem.Status.QUARANTINED).stream()
                .filter(item -> sight.sees(item.description()))
                .toList();
    }

    private static boolean seesAll(Sight sight, Manifest manifest) {
        return seen(sight, manifest).size()
                == manifest.having(SpoolItem.Status.QUARANTINED).size();
    }

    /** @return how many items were shown */
    private long show(OpenArchive archive, Sight sight, Manifest manifest) {
        List<SpoolItem> items = seen(sight, manifest);
        if (items.isEmpty()) {
            return 0;
        }
        print.say("delivery " + manifest.delivery() + " from " + Printing.oneLine(manifest.system()) + ", received "
                + manifest.receivedAt());
        if (seesAll(sight, manifest)) {
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
        // Who may not see all that waits may not answer for it, and is not told whether there is any.
        Manifest manifest = Optional.of(delivery)
                .filter(archive.spool().all()::contains)
                .map(archive.spool()::manifest)
                .filter(found -> seesAll(archive.sight(), found))
                .orElseThrow(
                        () -> new ArchiveException.WrongUsage("there is no delivery " + delivery + " in the spool"));
        List<Act> acts = manifest.having(SpoolItem.Status.QUARANTINED).stream()
                .map(item -> (Act) new Act.Rejected(
                        archive.clock().instant(),
                        archive.actor(),
                        delivery,
                        item.number(),
                        item.digests().sha256(),
                        reason))
                .toList();
        archive.spool().mustBeRejectable(delivery);
        // If we stop behind this line, the delivery is listed still and is rejected again.
        archive.archive().decide(acts);
        archive.catchUp();
        archive.spool().reject(delivery);
        Json line = Json.object()
                .with("delivery", delivery)
                .with("outcome", "rejected")
                .with("items", acts.size());
        print.result(
                line,
                acts.size() + " items of delivery " + delivery + " are rejected. Their bytes are kept in "
                        + archive.home().spool().resolve("rejected").resolve(delivery)
                        + "\nuntil somebody deletes them under a disposal decision.");
        return ExitCode.OK;
    }
}
