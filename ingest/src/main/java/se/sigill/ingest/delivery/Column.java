package se.sigill.ingest.delivery;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a delivery's table can mean, with the heads that clerks write. Documented in delivery.md. */
public enum Column {
    PATH("sökväg", "path", "fil", "file", "filnamn", "filename", "file name"),
    TITLE("titel", "title", "rubrik", "namn", "ärenderubrik", "heading"),
    DIARY_NUMBER("diarienummer", "dnr", "diarienr", "diary number", "registration number", "reg no"),
    DATE("datum", "date", "handlingsdatum", "document date"),
    DIRECTION("riktning", "direction", "in/ut", "inkommen/utgående"),
    RECORD_TYPE("handlingstyp", "record type", "document type", "typ", "type"),
    AUTHORITY("myndighet", "authority", "arkivbildare", "nämnd", "creator"),
    COUNTERPARTY("motpart", "counterparty", "avsändare/mottagare", "avsändare", "mottagare", "sender", "recipient"),
    CASE("ärende", "case", "ärendenummer", "case number", "case id"),
    CLASS("klass", "class", "klassificering", "classification", "processkod"),
    RESTRICTION("sekretess", "restriction", "lagrum", "sekretessbestämmelse", "provision"),
    CATEGORY("kategori", "category", "sekretesskategori"),
    REASON("skäl", "reason", "motivering", "grund"),
    ASSESSMENT("bedömning", "assessment", "öppenhet", "openness"),
    PUBLISH("publicera", "publish", "webb", "web"),
    CHECKSUM("checksumma", "checksum", "kontrollsumma", "sha-256", "sha256", "sha-512", "sha512", "hash"),
    EXTERNAL_ID("källid", "external id", "externt id", "id");

    private static final Map<String, Column> BY_HEAD = byHead();

    /** Joined by line feeds, which no head has: a constant is immutable to the last field. */
    private final String heads;

    Column(String... heads) {
        this.heads = String.join("\n", heads);
    }

    /** The heads that are understood, the Swedish one first. */
    public List<String> heads() {
        return heads.lines().toList();
    }

    /** The column a head means: upper and lower case, blanks, underscores and hyphens do not count. */
    public static Optional<Column> of(String head) {
        return Optional.ofNullable(BY_HEAD.get(plain(head)));
    }

    private static Map<String, Column> byHead() {
        Map<String, Column> byHead = new HashMap<>();
        Arrays.stream(values()).forEach(column -> column.heads().forEach(head -> byHead.put(plain(head), column)));
        return Map.copyOf(byHead);
    }

    private static String plain(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-.:*\\uFEFF\\u00A0]+", "");
    }
}
