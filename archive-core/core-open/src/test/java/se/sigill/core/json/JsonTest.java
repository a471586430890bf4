package se.sigill.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void keepsMembersInTheirOrder() {
        Json json = JsonReader.parse(" {\"b\":1, \"a\":[true,false,null,-0.5e+3,\"\\u00e5\\n\"]} ");

        assertEquals("{\"b\":1,\"a\":[true,false,null,-0.5e+3,\"å\\n\"]}", JsonWriter.compact(json));
    }

    @Test
    void indentsByTwoForPeople() {
        Json json = Json.object().with("a", Json.array(List.of(Json.Num.of(1)))).with("b", "x");

        assertEquals("{\n  \"a\": [\n    1\n  ],\n  \"b\": \"x\"\n}\n", JsonWriter.pretty(json));
    }

    @Test
    void keepsOneValueOnOneLine() {
        String line = JsonWriter.compact(Json.text("a\u2028b\u0085c\nd\u001be"));

        assertEquals("\"a\\u2028b\\u0085c\\nd\\u001be\"", line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "01",
                "1.",
                "1e",
                "+1",
                "\"\\x\"",
                "\"\u0001\"",
                "tru",
                "[] []",
                "{a:1}",
                "'a'",
                "\"\\ud800\"",
                "\"\\udc00x\"",
                "NaN",
                "\"abc",
                "-"
            })
    void refusesWhatIsNoJson(String text) {
        assertThrows(JsonException.class, () -> JsonReader.parse(text));
    }

    @Test
    void refusesDepthOverTheLimit() {
        String deep = "[".repeat(JsonReader.DEPTH_MAX + 2) + "]".repeat(JsonReader.DEPTH_MAX + 2);

        assertTrue(assertThrows(JsonException.class, () -> JsonReader.parse(deep))
                .getMessage()
                .contains("nesting"));
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        assertThrows(JsonException.class, () -> JsonReader.parse(new byte[] {'"', (byte) 0xe5, '"'}));
    }

    @Test
    void namesTheMemberThatIsMissing() {
        JsonException e = assertThrows(
                JsonException.class, () -> JsonReader.parse("{}").asObject().text("title"));

        assertTrue(e.getMessage().contains("title"));
    }

    @Property(tries = 300)
    void readsWhatItWrote(@ForAll long seed) {
        Json value = value(new Random(seed), 4);

        assertEquals(value, JsonReader.parse(JsonWriter.compact(value)));
        assertEquals(value, JsonReader.parse(JsonWriter.pretty(value).getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 500)
    void neverFailsButWithItsOwnException(@ForAll String text) {
        try {
            JsonReader.parse(text);
        } catch (JsonException e) {
            assertTrue(e.getMessage().startsWith("not JSON at character"));
        }
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> Json.text(text(random));
            case 1 -> Json.Num.of(random.nextLong());
            case 2 -> new Json.Bool(random.nextBoolean());
            case 3 -> new Json.Null();
            case 4 ->
                Json.array(Stream.generate(() -> value(random, depth - 1))
                        .limit(random.nextInt(4))
                        .toList());
            default -> {
                Json.Obj object = Json.object();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.with(text(random), value(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(8), 0, 0x11000)
                .map(c -> c >= 0xd800 && c <= 0xdfff ? '"' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
