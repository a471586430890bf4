package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.log.ActJson;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.project.IndexedAct;

/** An act of an incident, as it stands in the log. There are few, and what an incident is follows from them. */
@Entity
@Table(name = "incident_act")
class IncidentActRow extends RowOfRecord {
    @Lob
    @Column(name = "act_text")
    String text = "";

    static IncidentActRow of(long index, IncidentAct act) {
        IncidentActRow row = new IncidentActRow();
        row.act = index;
        row.recordId = act.record().value();
        row.text = JsonWriter.compact(ActJson.toJson(act));
        return row;
    }

    IndexedAct toValue() {
        return new IndexedAct(act, ActJson.fromJson((Json.Obj) JsonReader.parse(text)));
    }
}
