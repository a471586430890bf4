package se.sigill.core.catalogue.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.log.ActJson;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;

/** An act of a request, as it stands in the log. */
@Entity
@Table(name = "request_act")
class RequestActRow extends RowOfRecord {
    /** Id of the record that the act hands out; empty if it is another kind of act. */
    @Column(name = "released_of")
    String releasedOf = "";

    @Lob
    @Column(name = "act_text")
    String text = "";

    static RequestActRow of(long index, RequestAct act) {
        RequestActRow row = new RequestActRow();
        row.act = index;
        row.recordId = act.record().value();
        row.releasedOf = act instanceof RequestAct.Released released ? released.of() : "";
        row.text = JsonWriter.compact(ActJson.toJson(act));
        return row;
    }

    IndexedAct toValue() {
        return new IndexedAct(act, ActJson.fromJson((Json.Obj) JsonReader.parse(text)));
    }
}
