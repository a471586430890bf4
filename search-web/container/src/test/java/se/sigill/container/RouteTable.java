package se.sigill.container;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.access.Duty;

/** What every route of the staff site may tell of a record; a route without a row fails the test that reads this. */
final class RouteTable {
    private static final String MULTIPART = "multipart/form-data; boundary=skiljelinje";
    private static final String NO_FILE =
            "--skiljelinje\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--skiljelinje--\r\n";
    private static final String BYTES = "application/octet-stream";
    /** A request that is not there: whose it is is asked in tests of its own. */
    private static final String REQUEST = "sv/begaran/00000000000000000000000000";

    private static final String API_REQUEST = "api/requests/00000000000000000000000000";
    private static final String JSON = "application/json";

    private RouteTable() {}

    /** What an answer tells, and by which right. */
    enum Tells {
        /** Nothing of any record. */
        NOTHING,
        /** As many records as the visitor may read, in a number. */
        COUNT,
        /** The page of one record, as far as the rights go; what is guarded without its text. */
        PAGE,
        /** The text of one record, for who may read it; an act, if it is guarded. */
        TEXT,
        /** How one record looks, for who may read it: no word of it, and an act, if it is guarded. */
        LOOKS,
        /** The register entry of one record. */
        ENTRY,
        /** Every record that the visitor may read; of what is guarded no word. */
        FOUND,
        /** Every record whose register entry the visitor may see, by its title. */
        GAPS,
        /** The same, by its id. */
        GAP_IDS
    }

    /**
     * A way to ask a route.
     *
     * @param path without a slash before it; {@code ID} in it is a record, and then each is asked for
     * @param body what is sent; {@code GAP} in it is the gap of a record, and then each is asked for
     * @param duty what is decided there: whose it is not is told so; empty if nothing is
     */
    record Row(String route, Tells tells, String path, String type, String body, Optional<Duty> duty) {
        boolean ofOne() {
            return path.contains("ID") || body.contains("GAP");
        }

        String method() {
            return route.substring(0, route.indexOf(' '));
        }
    }

    private static Row get(String route, Tells tells, String path) {
        return new Row(route, tells, path, "", "", Optional.empty());
    }

    private static Row send(String route, String path, String type, String body) {
        return new Row(route, Tells.NOTHING, path, type, body, Optional.empty());
    }

    private static Row decide(String route, Tells tells, String path, String body, Duty duty) {
        return new Row(route, tells, path, Browser.FORM, body, Optional.of(duty));
    }

    /** The last row ends the session of whoever asks. */
    static List<Row> rows() {
        return Stream.of(ofRecords(), ofAftermath(), ofRequests(), ofWork())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> ofRecords() {
        return List.of(
                get("GET /", Tells.NOTHING, ""),
                get("GET /stil.css", Tells.NOTHING, "stil.css"),
                get("GET /folj.js", Tells.NOTHING, "folj.js"),
                get("GET /leverera.js", Tells.NOTHING, "leverera.js"),
                get("GET /{language}/logga-in", Tells.NOTHING, "sv/logga-in"),
                send("POST /{language}/logga-in", "sv/logga-in", Browser.FORM, "namn=x&losen=y&kod=z"),
                get("GET /{language}/konto", Tells.NOTHING, "sv/konto"),
                send("POST /{language}/konto/losenord", "sv/konto/losenord", Browser.FORM, "gammalt=x&nytt=y"),
                send("POST /{language}/konto/faktor", "sv/konto/faktor", Browser.FORM, "hemlighet=x&kod=y"),
                get("GET /{language}", Tells.COUNT, "sv/"),
                get("GET /{language}/sok", Tells.FOUND, "sv/sok?q=" + RightsWorld.COMMON),
                get("GET /{language}/handling/{id}", Tells.PAGE, "sv/handling/ID"),
                new Row(
                        "POST /{language}/handling/{id}/visa",
                        Tells.TEXT,
                        "sv/handling/ID/visa",
                        Browser.FORM,
                        "",
                        Optional.empty()),
                decide(
                        "POST /{language}/handling/{id}/beslut",
                        Tells.PAGE,
                        "sv/handling/ID/beslut",
                        "beslut=hav&akt=987654321&skal=prov",
                        Duty.OPEN),
                decide(
                        "POST /{language}/handling/{id}/beslut",
                        Tells.PAGE,
                        "sv/handling/ID/beslut",
                        "beslut=markera&bestammelse=OSL+99%3A99&skal=prov",
                        Duty.RESTRICT),
                decide(
                        "POST /{language}/handling/{id}/sparr",
                        Tells.PAGE,
                        "sv/handling/ID/sparr",
                        "beslut=hav&akt=987654321&skal=prov",
                        Duty.PRESERVE),
                decide(
                        "POST /{language}/handling/{id}/incident",
                        Tells.PAGE,
                        "sv/handling/ID/incident",
                        "skal=&kant=2026-01-01+10:00",
                        Duty.RESTRICT),
                get(
                        "GET /{language}/handling/{id}/filer/{index}/sidor/{number}/bild",
                        Tells.LOOKS,
                        "sv/handling/ID/filer/0/sidor/1/bild"),
                // An act that is no look of this visitor's is none to lean on.
                get(
                        "GET /{language}/handling/{id}/filer/{index}/sidor/{number}/bild",
                        Tells.LOOKS,
                        "sv/handling/ID/filer/0/sidor/1/bild?akt=1"),
                get("GET /fil/{id}/{index}", Tells.TEXT, "fil/ID/0"));
    }

    /** What comes of a request beside its decisions, and of content that got out. */
    private static List<Row> ofAftermath() {
        return List.of(
                get("GET /{language}/begaran/{id}/kopior", Tells.NOTHING, REQUEST + "/kopior"),
                send(
                        "POST /{language}/begaran/{id}/kopior",
                        REQUEST + "/kopior",
                        Browser.FORM,
                        "akt=1&skal=x&kant=2026-01-01+10:00"),
                get("GET /{language}/begaran/{id}/overklaganden", Tells.NOTHING, REQUEST + "/overklaganden"),
                send(
                        "POST /{language}/begaran/{id}/overklaganden",
                        REQUEST + "/overklaganden",
                        Browser.FORM,
                        "inkom=2026-01-01+10:00&satt=desk&ord=x"),
                send(
                        "POST /{language}/begaran/{id}/overklaganden/{act}/hantera",
                        REQUEST + "/overklaganden/1/hantera",
                        Browser.FORM,
                        "utgang=forwarded&skal=x"),
                send(
                        "POST /{language}/begaran/{id}/overklaganden/{act}/dom",
                        REQUEST + "/overklaganden/1/dom",
                        Browser.FORM,
                        "utgang=upheld&skal=x"),
                send(
                        "POST /{language}/begaran/{id}/overklaganden/{act}/paket",
                        REQUEST + "/overklaganden/1/paket",
                        Browser.FORM,
                        ""),
                get("GET /{language}/begaran/{id}/avgift", Tells.NOTHING, REQUEST + "/avgift"),
                send(
                        "POST /{language}/begaran/{id}/avgift",
                        REQUEST + "/avgift",
                        Browser.FORM,
                        "form=paper&sidor=1&gor=sag"),
                send("POST /{language}/begaran/{id}/avgift/{act}", REQUEST + "/avgift/1", Browser.FORM, "hur=paid"),
                get("GET /{language}/incidenter", Tells.NOTHING, "sv/incidenter"),
                get("GET /{language}/incidenter/{act}", Tells.NOTHING, "sv/incidenter/987654321"),
                send("POST /{language}/incidenter/{act}", "sv/incidenter/987654321", Browser.FORM, "slag=note&text=x"));
    }

    /** None of a request that is there: whose it is is asked in tests of its own. */
    private static List<Row> ofRequests() {
        return List.of(
                send("POST /{language}/begaran/{id}/forbehall", REQUEST + "/forbehall", Browser.FORM, "forbehall=x"),
                send("POST /{language}/begaran/{id}/vidare", REQUEST + "/vidare", Browser.FORM, "till=x"),
                get("GET /api/requests", Tells.NOTHING, "api/requests"),
                send("POST /api/requests", "api/requests", JSON, "{}"),
                get("GET /api/requests/{id}", Tells.NOTHING, API_REQUEST),
                send("POST /api/requests/{id}/take", API_REQUEST + "/take", Browser.FORM, ""),
                send("POST /api/requests/{id}/say", API_REQUEST + "/say", JSON, "{\"kind\":\"notice\",\"text\":\"x\"}"),
                send("POST /api/requests/{id}/records", API_REQUEST + "/records", JSON, "{\"add\":[\"x\"]}"),
                send("POST /api/requests/{id}/decide", API_REQUEST + "/decide", JSON, "{\"outcome\":\"whole\"}"),
                send(
                        "POST /api/requests/{id}/countersign",
                        API_REQUEST + "/countersign",
                        JSON,
                        "{\"decision\":1,\"agrees\":true}"),
                send("POST /api/requests/{id}/release", API_REQUEST + "/release", Browser.FORM, ""),
                send("POST /api/requests/{id}/close", API_REQUEST + "/close", JSON, "{\"how\":\"answered\"}"));
    }

    private static List<Row> ofWork() {
        return List.of(
                get("GET /{language}/leverera", Tells.NOTHING, "sv/leverera"),
                send("POST /{language}/leverera", "sv/leverera", MULTIPART, NO_FILE),
                send("POST /uppladdning", "uppladdning", Browser.FORM, ""),
                get("HEAD /uppladdning/{basket}/{number}", Tells.NOTHING, "uppladdning/0123456789abcdef/1"),
                send(
                        "PATCH /uppladdning/{basket}/{number}",
                        "uppladdning/0123456789abcdef/1",
                        "application/offset+octet-stream",
                        "x"),
                get("GET /{language}/leveranser", Tells.NOTHING, "sv/leveranser"),
                get("GET /{language}/leveranser/{id}", Tells.NOTHING, "sv/leveranser/20260101T000000Z-none"),
                get(
                        "GET /{language}/leveranser/{id}/avvisa",
                        Tells.NOTHING,
                        "sv/leveranser/20260101T000000Z-none/avvisa"),
                send(
                        "POST /{language}/leveranser/{id}/avvisa",
                        "sv/leveranser/20260101T000000Z-none/avvisa",
                        Browser.FORM,
                        "skal=prov"),
                get("GET /{language}/begaran", Tells.NOTHING, "sv/begaran"),
                get("GET /{language}/begaran/statistik", Tells.NOTHING, "sv/begaran/statistik?ar=2026"),
                get("GET /{language}/begaran/statistik.csv", Tells.NOTHING, "sv/begaran/statistik.csv?ar=2026"),
                get("GET /{language}/begaran/statistik.json", Tells.NOTHING, "sv/begaran/statistik.json?ar=2026"),
                get("GET /{language}/begaran/ny", Tells.NOTHING, "sv/begaran/ny"),
                send("POST /{language}/begaran/ny", "sv/begaran/ny", Browser.FORM, "ord="),
                get("GET /{language}/begaran/{id}", Tells.NOTHING, REQUEST),
                send("POST /{language}/begaran/{id}/ta", REQUEST + "/ta", Browser.FORM, ""),
                send("POST /{language}/begaran/{id}/skriv", REQUEST + "/skriv", Browser.FORM, "slag=notice&text=x"),
                send("POST /{language}/begaran/{id}/handlingar", REQUEST + "/handlingar", Browser.FORM, "handlingar=x"),
                send("POST /{language}/begaran/{id}/beslut", REQUEST + "/beslut", Browser.FORM, "utgang=whole"),
                send("POST /{language}/begaran/{id}/granska", REQUEST + "/granska", Browser.FORM, "akt=1&svar=ja"),
                send("POST /{language}/begaran/{id}/lamna-ut", REQUEST + "/lamna-ut", Browser.FORM, ""),
                send("POST /{language}/begaran/{id}/avsluta", REQUEST + "/avsluta", Browser.FORM, "hur=answered"),
                get("GET /{language}/luckor", Tells.GAPS, "sv/luckor"),
                decide("POST /{language}/luckor", Tells.GAPS, "sv/luckor", "akt=GAP&skal=", Duty.PRESERVE),
                get("GET /{language}/granskning", Tells.NOTHING, "sv/granskning"),
                send("POST /{language}/granskning", "sv/granskning", Browser.FORM, ""),
                get("GET /{language}/plan", Tells.NOTHING, "sv/plan"),
                send("POST /{language}/plan", "sv/plan", Browser.FORM, "dokument=x"),
                send("POST /{language}/plan/forhandsvisning", "sv/plan/forhandsvisning", MULTIPART, NO_FILE),
                get("GET /api/openapi.json", Tells.NOTHING, "api/openapi.json"),
                get("GET /api/search", Tells.FOUND, "api/search?limit=100&q=" + RightsWorld.COMMON),
                get("GET /api/records/{id}", Tells.ENTRY, "api/records/ID"),
                get("GET /api/gaps", Tells.GAP_IDS, "api/gaps"),
                send("POST /api/deliveries", "api/deliveries", BYTES, "x"),
                get("GET /api/deliveries/{id}", Tells.NOTHING, "api/deliveries/20260101T000000Z-none"),
                get("GET /api/status", Tells.NOTHING, "api/status"),
                send(
                        "POST /api/command",
                        "api/command",
                        "application/json",
                        "{\"directory\":\"/\",\"words\":[\"status\"]}"),
                send("POST /{language}/logga-ut", "sv/logga-ut", Browser.FORM, ""));
    }
}
