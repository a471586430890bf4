package se.sigill.ingest.spool;

import java.time.Instant;
import java.util.List;
import se.sigill.core.json.Json;

/**
 * What the archive answers for: these bytes are safe. Given only after they are.
 *
 * @param items a line for each item, by number
 */
public record Receipt(
        String delivery,
        String system,
        Instant receivedAt,
        String checkpoint,
        String sealFingerprint,
        List<Line> items,
        List<Remark> remarks) {

    /** @param outcome {@code received}, {@code quarantined} or {@code known} */
    public record Line(
            String path,
            String outcome,
            String known,
            long sizeBytes,
            String sha256,
            String sha512,
            List<Remark> remarks) {
        public Line {
            remarks = List.copyOf(remarks);
        }
    }

    public Receipt {
        items = List.copyOf(items);
        remarks = List.copyOf(remarks);
    }

    static Receipt of(Manifest manifest, Witness witness) {
        return new Receipt(
                manifest.delivery(),
                manifest.system(),
                manifest.receivedAt(),
                witness.checkpoint(),
                witness.sealFingerprint(),
                manifest.items().stream().map(Receipt::line).toList(),
                manifest.remarks());
    }

    private static Line line(SpoolItem item) {
        String outcome = item.status() == SpoolItem.Status.WAITING
                ? "received"
                : item.status().word();
        return new Line(
                item.path(),
                outcome,
                item.known(),
                item.digests().sizeBytes(),
                item.digests().sha256(),
                item.digests().sha512(),
                item.remarks());
    }

    /** The form on disk and for programs, {@code sigill/receipt/1}. */
    public Json.Obj toJson() {
        return Json.object()
                .with("format", "sigill/receipt/1")
                .with("delivery", delivery)
                .with("system", system)
                .with("receivedAt", receivedAt.toString())
                .with("checkpoint", checkpoint)
                .with("sealFingerprint", sealFingerprint)
                .with(
                        "findings",
                        Json.array(remarks.stream().map(Remark::toJson).toList()))
                .with("items", Json.array(items.stream().map(Receipt::json).toList()));
    }

    private static Json json(Line line) {
        return Json.object()
                .with("path", line.path())
                .with("outcome", line.outcome())
                .with("known", line.known())
                .with("size", line.sizeBytes())
                .with("sha256", line.sha256())
                .with("sha512", line.sha512())
                .with(
                        "findings",
                        Json.array(line.remarks().stream().map(Remark::toJson).toList()));
    }
}
