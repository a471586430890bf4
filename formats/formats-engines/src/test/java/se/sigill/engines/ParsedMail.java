package se.sigill.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;

/**
 * What another parser read in a mail of the corpus.
 *
 * @param attachments names, of those that have one
 */
record ParsedMail(String subject, List<String> attachments) {
    static ParsedMail read(Path json) throws IOException {
        Json.Obj mail = JsonReader.parse(Files.readAllBytes(json)).asObject();
        List<Json> parts = mail.array("parts");
        List<String> names = mail.array("attachments").stream()
                .map(part -> parts.get(index(part)).asObject())
                .flatMap(part -> name(part).stream())
                .toList();
        return new ParsedMail(subject(parts.getFirst().asObject()), names);
    }

    private static int index(Json number) {
        return number instanceof Json.Num n ? (int) n.asLong() : -1;
    }

    private static String subject(Json.Obj part) {
        return field(part, "subject")
                .flatMap(value -> value.asObject().optionalText("Text"))
                .orElse("");
    }

    /** The disposition's name before the type's (RFC 2183 §2.3). */
    private static Optional<String> name(Json.Obj part) {
        return parameter(part, "content_disposition", "filename").or(() -> parameter(part, "content_type", "name"));
    }

    private static Optional<String> parameter(Json.Obj part, String field, String parameter) {
        return field(part, field)
                .filter(value -> value.asObject().get("ContentType").isPresent())
                .map(value -> value.asObject().object("ContentType"))
                .filter(type -> type.get("attributes")
                        .filter(Json.Arr.class::isInstance)
                        .isPresent())
                .flatMap(type -> type.array("attributes").stream()
                        .map(Json::asObject)
                        .filter(attribute -> attribute.text("name").equals(parameter))
                        .map(attribute -> attribute.text("value"))
                        .findFirst());
    }

    private static Optional<Json> field(Json.Obj part, String name) {
        return part.array("headers").stream()
                .map(Json::asObject)
                .filter(field ->
                        field.get("name").filter(new Json.Str(name)::equals).isPresent())
                .filter(field ->
                        field.get("value").filter(Json.Obj.class::isInstance).isPresent())
                .map(field -> field.get("value").orElseThrow())
                .findFirst();
    }
}
