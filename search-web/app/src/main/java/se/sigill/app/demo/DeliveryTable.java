package se.sigill.app.demo;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code leverans.csv} of a simple delivery in one of the ways in which clerks' spreadsheets save it.
 *
 * @param swedish whether heads and words are Swedish, else English
 * @param separator comma, semicolon or tab
 * @param byteOrderMark whether the file begins with one, as Excel's "CSV UTF-8" does
 */
record DeliveryTable(boolean swedish, char separator, Charset charset, boolean byteOrderMark, String lineEnd) {
    static final String NAME = "leverans.csv";

    static final List<String> SWEDISH = List.of(
            "sökväg",
            "titel",
            "diarienummer",
            "datum",
            "riktning",
            "handlingstyp",
            "myndighet",
            "motpart",
            "ärende",
            "klass",
            "sekretess",
            "publicera");

    static final List<String> ENGLISH = List.of(
            "path",
            "title",
            "dnr",
            "date",
            "direction",
            "record type",
            "authority",
            "counterparty",
            "case",
            "class",
            "restriction",
            "publish");

    static DeliveryTable swedishSemicolon() {
        return new DeliveryTable(true, ';', StandardCharsets.UTF_8, false, "\r\n");
    }

    static DeliveryTable swedishWindows() {
        return new DeliveryTable(true, ';', FileForm.WINDOWS_1252, false, "\r\n");
    }

    static DeliveryTable swedishComma() {
        return new DeliveryTable(true, ',', StandardCharsets.UTF_8, true, "\r\n");
    }

    static DeliveryTable englishTab() {
        return new DeliveryTable(false, '\t', StandardCharsets.UTF_8, false, "\n");
    }

    static DeliveryTable englishComma() {
        return new DeliveryTable(false, ',', StandardCharsets.UTF_8, false, "\n");
    }

    /** Writes the table into the delivery's folder. */
    void write(Path folder, List<DemoItem> items) throws IOException {
        StringBuilder out = new StringBuilder(items.size() * 160 + 256);
        out.append(byteOrderMark ? "\uFEFF" : "");
        out.append(CsvLine.join(swedish ? SWEDISH : ENGLISH, separator)).append(lineEnd);
        for (DemoItem item : items) {
            out.append(CsvLine.join(cells(item), separator)).append(lineEnd);
        }
        Files.write(folder.resolve(NAME), out.toString().getBytes(charset));
    }

    private List<String> cells(DemoItem item) {
        List<String> cells = new ArrayList<>();
        cells.add(item.path());
        cells.add(item.title());
        cells.add(item.dnr());
        cells.add(item.date().toString());
        cells.add(item.direction());
        cells.add(item.recordType());
        cells.add(item.authority());
        cells.add(item.counterparty());
        cells.add(item.caseTitle());
        cells.add(item.classCode());
        cells.add(item.restriction());
        cells.add(item.publish() ? (swedish ? "ja" : "yes") : (swedish ? "nej" : "no"));
        return cells;
    }
}
