package se.sigill.app.serve;

import java.util.HashMap;
import java.util.Map;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;

/**
 * What a server says of itself (MicroProfile Health).
 *
 * @param facts the data of all its checks; numbers as text
 */
record Health(boolean up, Map<String, String> facts) {
    /** The fact under which the staff server says how far it is with its archive. */
    static final String ARCHIVE = "archive";

    /** With which exit code a command would have failed as the opening of the archive did. */
    static final String EXIT = "exit";

    Health {
        facts = Map.copyOf(facts);
    }

    /** Nothing but that something answers. */
    static Health unclear() {
        return new Health(false, Map.of());
    }

    /** Reads an answer; one that is not of the form says nothing. */
    static Health of(String body) {
        try {
            Json.Obj answer = JsonReader.parse(body).asObject();
            Map<String, String> facts = new HashMap<>();
            for (Json check : answer.array("checks")) {
                if (check.asObject().get("data").orElse(Json.object()) instanceof Json.Obj data) {
                    data.members().forEach((name, value) -> facts.put(name, text(value)));
                }
            }
            return new Health(answer.text("status").equals("UP"), facts);
        } catch (JsonException e) {
            return unclear();
        }
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.Str(String text) -> text;
            case Json.Num(String literal) -> literal;
            case Json.Bool(boolean bool) -> Boolean.toString(bool);
            case Json.Null _, Json.Arr _, Json.Obj _ -> "";
        };
    }
}
