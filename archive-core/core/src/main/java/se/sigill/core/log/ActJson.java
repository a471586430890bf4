package se.sigill.core.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordId;

/**
 * The form of an act in the log, {@code sigill/act/1}: a JSON object whose first member {@code act} names the type and
 * whose other members are its components by name, in their order. The bytes that were signed are kept as they are and
 * never written again from the value.
 */
public final class ActJson {
    private ActJson() {}

    public static Json.Obj toJson(Act act) {
        Json.Obj json = Json.object()
                .with("act", act.getClass().getSimpleName())
                .with("at", act.at().toString())
                .with("actor", act.actor().text());
        return switch (act) {
            case Act.Founded a ->
                json.with("archive", a.archive())
                        .with("logKey", a.logKey())
                        .with("sealFingerprint", a.sealFingerprint());
            case Act.Sealed a ->
                json.with("record", a.record().value())
                        .with("version", a.version())
                        .with("inventory", a.inventory())
                        .with("system", a.system())
                        .with("externalId", a.externalId())
                        .with("delivery", a.delivery())
                        .with("item", a.item())
                        .with("authority", a.authority())
                        .with("classCode", a.classCode());
            case Act.RenditionAdded a ->
                json.with("record", a.record().value())
                        .with("version", a.version())
                        .with("inventory", a.inventory())
                        .with("role", a.role().word())
                        .with("puid", a.puid())
                        .with("part", a.part());
            case Act.Restricted a ->
                json.with("record", a.record().value())
                        .with("target", a.target())
                        .with("category", a.category())
                        .with("provision", a.provision())
                        .with("reason", a.reason())
                        .with("authority", a.authority())
                        .with("markedOn", a.markedOn().toString())
                        .with("clockStart", a.clockStart().toString())
                        .with("existenceSecret", a.existenceSecret());
            case Act.RestrictionLifted a ->
                json.with("record", a.record().value())
                        .with("restriction", a.restriction())
                        .with("reason", a.reason());
            case Act.Assessed a ->
                json.with("record", a.record().value())
                        .with("open", a.open())
                        .with("publishable", a.publishable())
                        .with("reason", a.reason());
            case Act.Overridden a ->
                json.with("record", a.record().value())
                        .with("provision", a.provision())
                        .with("audience", a.audience())
                        .with("reason", a.reason())
                        .with("until", a.until().toString());
            case Act.Adopted a ->
                json.with("kind", a.kind())
                        .with("name", a.name())
                        .with("version", a.version())
                        .with("sha256", a.sha256())
                        .with("document", a.document());
            case Act.GapOpened a ->
                json.with("record", a.record().value())
                        .with("code", a.code())
                        .with("where", a.where())
                        .with("message", a.message())
                        .with("waitsFor", a.waitsFor());
            case Act.GapClosed a ->
                json.with("record", a.record().value())
                        .with("gap", a.gap())
                        .with("accepted", a.accepted())
                        .with("reason", a.reason());
            case Act.HoldPlaced a -> json.with("record", a.record().value()).with("reason", a.reason());
            case Act.HoldLifted a ->
                json.with("record", a.record().value()).with("hold", a.hold()).with("reason", a.reason());
            case Act.Disposed a ->
                json.with("second", a.second().text())
                        .with("record", a.record().value())
                        .with("authority", a.authority())
                        .with("reason", a.reason());
            case Act.Audited a ->
                json.with("round", a.round())
                        .with("objects", a.objects())
                        .with("files", a.files())
                        .with("bytes", a.bytes())
                        .with("faults", a.faults());
            case Act.Viewed a ->
                json.with("record", a.record().value()).with("file", a.file()).with("purpose", a.purpose());
            case Act.KeyRotated a ->
                json.with("key", a.key())
                        .with("oldKey", a.oldKey())
                        .with("newKey", a.newKey())
                        .with("reason", a.reason())
                        .with("compromisedSince", a.compromisedSince());
            case Act.Restored a ->
                json.with("from", a.from())
                        .with("lostFrom", a.lostFrom())
                        .with("lostTo", a.lostTo())
                        .with("reason", a.reason());
            case Act.RestoreAccepted a -> json.with("restored", a.restored()).with("reason", a.reason());
        };
    }

    /** @throws JsonException if the object is no act known to this version; the message says which */
    public static Act fromJson(Json.Obj json) {
        String type = json.text("act");
        try {
            return read(type, json, Instant.parse(json.text("at")), Actor.ofText(json.text("actor")));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new JsonException("no act " + type + ": " + e.getMessage(), e);
        }
    }

    private static Act read(String type, Json.Obj j, Instant at, Actor actor) {
        return switch (type) {
            case "Founded" ->
                new Act.Founded(at, actor, j.text("archive"), j.text("logKey"), j.text("sealFingerprint"));
            case "Sealed" ->
                new Act.Sealed(
                        at,
                        actor,
                        record(j),
                        Math.toIntExact(j.integer("version")),
                        j.text("inventory"),
                        j.text("system"),
                        j.text("externalId"),
                        j.text("delivery"),
                        j.text("item"),
                        j.text("authority"),
                        j.text("classCode"));
            case "RenditionAdded" ->
                new Act.RenditionAdded(
                        at,
                        actor,
                        record(j),
                        Math.toIntExact(j.integer("version")),
                        j.text("inventory"),
                        FileRole.ofWord(j.text("role")),
                        j.text("puid"),
                        j.text("part"));
            case "Restricted" ->
                new Act.Restricted(
                        at,
                        actor,
                        record(j),
                        j.text("target"),
                        j.text("category"),
                        j.text("provision"),
                        j.text("reason"),
                        j.text("authority"),
                        LocalDate.parse(j.text("markedOn")),
                        LocalDate.parse(j.text("clockStart")),
                        j.bool("existenceSecret"));
            case "RestrictionLifted" ->
                new Act.RestrictionLifted(at, actor, record(j), j.integer("restriction"), j.text("reason"));
            case "Assessed" ->
                new Act.Assessed(at, actor, record(j), j.bool("open"), j.bool("publishable"), j.text("reason"));
            case "Overridden" ->
                new Act.Overridden(
                        at,
                        actor,
                        record(j),
                        j.text("provision"),
                        j.text("audience"),
                        j.text("reason"),
                        LocalDate.parse(j.text("until")));
            case "Adopted" ->
                new Act.Adopted(
                        at,
                        actor,
                        j.text("kind"),
                        j.text("name"),
                        j.text("version"),
                        j.text("sha256"),
                        j.text("document"));
            case "GapOpened" ->
                new Act.GapOpened(
                        at, actor, record(j), j.text("code"), j.text("where"), j.text("message"), j.text("waitsFor"));
            case "GapClosed" ->
                new Act.GapClosed(at, actor, record(j), j.integer("gap"), j.bool("accepted"), j.text("reason"));
            case "HoldPlaced" -> new Act.HoldPlaced(at, actor, record(j), j.text("reason"));
            case "HoldLifted" -> new Act.HoldLifted(at, actor, record(j), j.integer("hold"), j.text("reason"));
            case "Disposed" ->
                new Act.Disposed(
                        at, actor, Actor.ofText(j.text("second")), record(j), j.text("authority"), j.text("reason"));
            case "Audited" ->
                new Act.Audited(
                        at,
                        actor,
                        j.text("round"),
                        j.integer("objects"),
                        j.integer("files"),
                        j.integer("bytes"),
                        j.integer("faults"));
            case "Viewed" -> new Act.Viewed(at, actor, record(j), j.text("file"), j.text("purpose"));
            case "KeyRotated" ->
                new Act.KeyRotated(
                        at,
                        actor,
                        j.text("key"),
                        j.text("oldKey"),
                        j.text("newKey"),
                        j.text("reason"),
                        j.text("compromisedSince"));
            case "Restored" ->
                new Act.Restored(
                        at, actor, j.text("from"), j.integer("lostFrom"), j.integer("lostTo"), j.text("reason"));
            case "RestoreAccepted" -> new Act.RestoreAccepted(at, actor, j.integer("restored"), j.text("reason"));
            default ->
                throw new JsonException(
                        "an act of unknown type \"" + type + "\": written by a newer version of Sigill");
        };
    }

    private static RecordId record(Json.Obj json) {
        return new RecordId(json.text("record"));
    }
}
