package se.sigill.ingest.spool;

import java.time.DateTimeException;
import java.time.Instant;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.record.Direction;
import se.sigill.core.store.Digests;
import se.sigill.ingest.delivery.ItemDescription;

/** The form on disk of a manifest, {@code sigill/manifest/1}. */
final class ManifestJson {
    private static final String FORMAT = "sigill/manifest/1";

    private ManifestJson() {}

    static Json.Obj toJson(Manifest manifest) {
        return Json.object()
                .with("format", FORMAT)
                .with("delivery", manifest.delivery())
                .with("system", manifest.system())
                .with("label", manifest.label())
                .with("depositor", manifest.depositor())
                .with("receivedAt", manifest.receivedAt().toString())
                .with(
                        "remarks",
                        Json.array(
                                manifest.remarks().stream().map(Remark::toJson).toList()))
                .with(
                        "items",
                        Json.array(manifest.items().stream()
                                .map(ManifestJson::item)
                                .toList()));
    }

    /** @throws JsonException if it is no manifest of this form */
    static Manifest fromJson(Json.Obj json) {
        if (!json.text("format").equals(FORMAT)) {
            throw new JsonException("the format is not " + FORMAT);
        }
        try {
            return new Manifest(
                    json.text("delivery"),
                    json.text("system"),
                    json.text("label"),
                    json.text("depositor"),
                    Instant.parse(json.text("receivedAt")),
                    json.array("items").stream().map(i -> item(i.asObject())).toList(),
                    json.array("remarks").stream()
                            .map(r -> Remark.fromJson(r.asObject()))
                            .toList());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new JsonException("no manifest: " + e.getMessage(), e);
        }
    }

    private static Json item(SpoolItem item) {
        return Json.object()
                .with("number", item.number())
                .with("path", item.path())
                .with("status", item.status().word())
                .with("file", item.file())
                .with("mail", item.isMail())
                .with("envelope", item.envelope())
                .with("size", item.digests().sizeBytes())
                .with("sha256", item.digests().sha256())
                .with("sha512", item.digests().sha512())
                .with("externalId", item.externalId())
                .with("known", item.known())
                .with("description", description(item.description()))
                .with(
                        "remarks",
                        Json.array(item.remarks().stream().map(Remark::toJson).toList()));
    }

    private static SpoolItem item(Json.Obj json) {
        return new SpoolItem(
                Math.toIntExact(json.integer("number")),
                json.text("path"),
                SpoolItem.Status.ofWord(json.text("status")),
                json.text("file"),
                json.bool("mail"),
                json.text("envelope"),
                new Digests(json.integer("size"), json.text("sha256"), json.text("sha512")),
                json.text("externalId"),
                json.text("known"),
                description(json.object("description")),
                json.array("remarks").stream()
                        .map(r -> Remark.fromJson(r.asObject()))
                        .toList());
    }

    /** The members in a fixed order: the digest of an item is taken over this text too. */
    static Json description(ItemDescription d) {
        ItemDescription.Openness openness = d.openness();
        return Json.object()
                .with("title", d.title())
                .with("diaryNumber", d.diaryNumber())
                .with("date", d.date())
                .with("direction", d.direction().word())
                .with("recordType", d.recordType())
                .with("authority", d.authority())
                .with("counterparty", d.counterparty())
                .with("caseNumber", d.caseNumber())
                .with("classCode", d.classCode())
                .with("externalId", d.externalId())
                .with("checksum", d.checksum())
                .with("provision", openness.provision())
                .with("category", openness.category())
                .with("reason", openness.reason())
                .with("open", openness.open())
                .with("publish", openness.publish());
    }

    private static ItemDescription description(Json.Obj json) {
        return new ItemDescription(
                json.text("title"),
                json.text("diaryNumber"),
                json.text("date"),
                Direction.ofWord(json.text("direction")),
                json.text("recordType"),
                json.text("authority"),
                json.text("counterparty"),
                json.text("caseNumber"),
                json.text("classCode"),
                json.text("externalId"),
                json.text("checksum"),
                new ItemDescription.Openness(
                        json.text("provision"),
                        json.text("category"),
                        json.text("reason"),
                        json.bool("open"),
                        json.bool("publish")));
    }
}
