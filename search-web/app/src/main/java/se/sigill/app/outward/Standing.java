package se.sigill.app.outward;

import java.time.Instant;
import se.sigill.core.json.Json;

/**
 * Where the telling stands, up to one bundle. What was told record for record is in {@link Ledger}.
 *
 * @param epoch of that bundle
 * @param number of that bundle
 * @param manifest its digest
 * @param made when
 * @param cursor index of the first act that is not told; 0 while everything is being told anew
 * @param day on which openness was asked for, ISO 8601
 * @param complete whether the zone has everything
 * @param log how much of the public log
 * @param since the hour in which the first was told of what the log has not; the log is cut in a later one
 */
record Standing(
        long epoch,
        long number,
        String manifest,
        Instant made,
        long cursor,
        String day,
        boolean complete,
        Cutting.Told log,
        Instant since) {

    /** Nothing is told, and everything is to be. @param number of the last bundle in the epoch; 0 if there is none */
    static Standing nothing(long epoch, long number) {
        return new Standing(epoch, number, "", Instant.EPOCH, 0, "", false, Cutting.Told.NOTHING, Instant.EPOCH);
    }

    static Standing fromJson(Json.Obj json) {
        return new Standing(
                json.integer("epoch"),
                json.integer("number"),
                json.text("manifest"),
                Instant.parse(json.text("made")),
                json.integer("cursor"),
                json.text("day"),
                json.bool("complete"),
                new Cutting.Told(json.integer("logSize"), json.text("logCheckpoint")),
                Instant.parse(json.text("since")));
    }

    Json.Obj toJson() {
        return Json.object()
                .with("epoch", epoch)
                .with("number", number)
                .with("manifest", manifest)
                .with("made", made.toString())
                .with("cursor", cursor)
                .with("day", day)
                .with("complete", complete)
                .with("logSize", log.size())
                .with("logCheckpoint", log.checkpoint())
                .with("since", since.toString());
    }
}
