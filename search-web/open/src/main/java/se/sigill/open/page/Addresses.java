package se.sigill.open.page;

import se.sigill.look.Language;
import se.sigill.look.Query;

/** Paths of this site. */
final class Addresses {
    private Addresses() {}

    /** As one part of a path. */
    static String inPath(String text) {
        return Query.encoded(text).replace("+", "%20");
    }

    static String record(Language l, String id) {
        return "/" + l.code() + "/handling/" + id;
    }

    static String caseOf(Language l, String number) {
        return "/" + l.code() + "/arende?nr=" + Query.encoded(number);
    }

    /** The form of a request, filled in. @param name {@code id}, {@code arende} or {@code q} */
    static String ask(Language l, String name, String value) {
        return "/" + l.code() + "/begar" + new Query().with(name, value);
    }

    static String image(String id) {
        return "/bild/" + id;
    }

    static String file(String id, int index, String name) {
        return "/fil/" + id + "/" + index + "/" + inPath(name);
    }

    static String proof(String id, int index) {
        return "/bevis/" + id + "/" + index + "/bevis.zip";
    }
}
