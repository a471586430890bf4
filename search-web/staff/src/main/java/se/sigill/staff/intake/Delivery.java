package se.sigill.staff.intake;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.sigill.core.json.Json;
import se.sigill.core.record.RecordId;
import se.sigill.ingest.spool.Receipt;

/**
 * A delivery that this server received, and how far it has come.
 *
 * @param by account of who handed it in
 * @param authority whose records those are that name none
 * @param records those that its items became, by path; known once they are committed
 * @param problem what interrupted it; empty if nothing did
 */
public record Delivery(
        Receipt receipt, String by, String authority, Stage stage, Map<String, RecordId> records, String problem) {
    /** The steps, in their order. */
    public enum Stage {
        RECEIVED,
        TAKING_IN,
        SEALING,
        MAKING_LAST,
        DONE,
        STOPPED
    }

    public Delivery {
        records = Map.copyOf(records);
    }

    public String id() {
        return receipt.delivery();
    }

    /** Whether it is being taken in or sealed, and somebody may wait for it. */
    boolean isUnsealed() {
        return stage.compareTo(Stage.MAKING_LAST) < 0;
    }

    public boolean isWorking() {
        return stage != Stage.DONE && stage != Stage.STOPPED;
    }

    /** For programs. */
    public Json toJson() {
        Json.Obj of = Json.object();
        for (Map.Entry<String, RecordId> each : new TreeMap<>(records).entrySet()) {
            of = of.with(each.getKey(), each.getValue().value());
        }
        return Json.object()
                .with("delivery", id())
                .with("stage", stage.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("problem", problem)
                .with("records", of);
    }

    Delivery at(Stage next) {
        return new Delivery(receipt, by, authority, next, records, "");
    }

    Delivery with(Map<String, RecordId> committed) {
        return new Delivery(receipt, by, authority, stage, committed, problem);
    }

    Delivery stopped(String why) {
        return new Delivery(receipt, by, authority, Stage.STOPPED, records, why);
    }
}
