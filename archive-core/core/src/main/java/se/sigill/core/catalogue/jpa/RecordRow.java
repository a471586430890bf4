package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import se.sigill.core.catalogue.DiaryNumberKey;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordJson;

/** A record: its description whole, and beside it the columns that are searched or reported on. */
@Entity
@Table(name = "archive_record")
class RecordRow {
    @Id
    @Column(name = "record_id")
    String id = "";

    @Column(name = "sealed_act")
    long sealedAct;

    @Column(name = "newest_version")
    int newestVersion;

    @Column(name = "kind")
    String kind = "";

    @Column(name = "title")
    String title = "";

    @Column(name = "diary_key")
    String diaryKey = "";

    @Column(name = "record_date")
    String recordDate = "";

    @Column(name = "received_at")
    Instant receivedAt = Instant.EPOCH;

    @Column(name = "authority")
    String authority = "";

    @Column(name = "class_code")
    String classCode = "";

    @Column(name = "source_key")
    String sourceKey = "";

    @Lob
    @Column(name = "description")
    String description = "";

    void describe(RecordDescription d) {
        id = d.id().value();
        newestVersion = d.version();
        kind = Clip.to(40, d.kind());
        title = Clip.to(Clip.TEXT, d.title());
        diaryKey = DiaryNumberKey.of(d.diaryNumber());
        recordDate = Clip.to(40, d.date());
        receivedAt = d.receivedAt();
        sourceKey = sourceKey(d.source().system(), d.source().externalId());
        description = JsonWriter.compact(RecordJson.toJson(d));
    }

    RecordDescription toDescription() {
        return RecordJson.fromJson(JsonReader.parse(description).asObject());
    }

    /** The digest by which a delivery is found again: ids of source systems may be of any length. */
    static String sourceKey(String system, String externalId) {
        try {
            byte[] text = (system + "\u0000" + externalId).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
