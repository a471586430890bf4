package se.sigill.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordId;

class ActJsonTest {
    private static final RecordId ID = new RecordId("0123456789abcdefghjkmnpqrs");
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void writesComponentsInTheirOrder() {
        Act act = new Act.HoldPlaced(AT, Actor.person("anna"), ID, "begäran");

        assertEquals(
                "{\"act\":\"HoldPlaced\",\"at\":\"2026-11-23T10:00:00Z\",\"actor\":\"person:anna\","
                        + "\"record\":\"0123456789abcdefghjkmnpqrs\",\"reason\":\"begäran\"}",
                JsonWriter.compact(ActJson.toJson(act)));
    }

    @Test
    void readsEveryKindOfComponentBack() {
        Act restricted = new Act.Restricted(
                AT,
                Actor.rule("plan 3"),
                ID,
                "part:1.2",
                "secrecy",
                "OSL 26:1",
                "skäl",
                "SN",
                LocalDate.of(2026, 3, 14),
                LocalDate.of(2020, 2, 29),
                true);
        Act rendition = new Act.RenditionAdded(AT, Actor.system("renew"), ID, 2, "ab", FileRole.CONTENT, "fmt/477", "");
        Act audited = new Act.Audited(AT, Actor.system("check"), "r", 1, 2, 3_000_000_000L, 0);

        for (Act act : new Act[] {restricted, rendition, audited}) {
            assertEquals(act, ActJson.fromJson(ActJson.toJson(act)));
        }
    }

    @Test
    void refusesAnActOfANewerVersion() {
        Json.Obj json = JsonReader.parse("{\"act\":\"Beamed\",\"at\":\"2026-11-23T10:00:00Z\"}")
                .asObject();

        assertThrows(JsonException.class, () -> ActJson.fromJson(json));
    }

    @Test
    void refusesAnActWithAWrongComponent() {
        Json.Obj json = ActJson.toJson(new Act.HoldPlaced(AT, Actor.person("anna"), ID, "x"))
                .with("record", "nobody");

        assertThrows(JsonException.class, () -> ActJson.fromJson(json));
    }
}
