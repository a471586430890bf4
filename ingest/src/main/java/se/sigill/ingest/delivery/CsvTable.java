package se.sigill.ingest.delivery;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a delivery's table as text.
 *
 * @param text how it was read
 * @param heads the first row that is not empty; never empty
 * @param rows the rest, empty rows left out
 */
record CsvTable(CsvText text, List<String> heads, List<Row> rows) {
    /** 500,000 rows of 300 bytes; the rows are held in memory until the plan is made. */
    static final long TABLE_BYTES_MAX = 160L << 20;

    private static final int ROWS_MAX = FolderListing.FILES_MAX;
    private static final int COLUMNS_MAX = 200;
    /** fastcsv's own bound on one field, in characters: an unclosed quote swallows no more than this. */
    private static final int FIELD_CHARS_MAX = 1 << 20;

    /** One row. @param line where it begins in the file, 1 is the first line */
    record Row(long line, List<String> fields) {}

    CsvTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** @throws DamagedException if it is no table, or too large a one */
    static CsvTable read(SourceFile file) throws IOException {
        if (file.sizeBytes() > TABLE_BYTES_MAX) {
            throw new DamagedException(DeliveryFinding.CSV_TOO_LARGE, "the table is larger than the limit");
        }
        CsvText text = CsvText.detect(file);
        try (InputStream in = file.open()) {
            in.skipNBytes(text.markBytes());
            return parse(text, new InputStreamReader(in, text.charset()));
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable("a row cannot be read; a quotation mark may be missing");
        }
    }

    private static CsvTable parse(CsvText text, InputStreamReader in) throws IOException {
        List<String> heads = List.of();
        List<Row> rows = new ArrayList<>();
        try (CloseableIterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(text.separator())
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(FIELD_CHARS_MAX)
                .ofCsvRecord(in)
                .iterator()) {
            while (records.hasNext()) {
                CsvRecord next = records.next();
                boolean isBlank = next.getFields().stream().allMatch(String::isBlank);
                if (isBlank) {
                    continue;
                }
                if (next.getFieldCount() > COLUMNS_MAX
                        || next.getFields().stream().anyMatch(f -> f.indexOf('\0') >= 0)) {
                    throw unreadable("this is no table");
                }
                if (heads.isEmpty()) {
                    heads = next.getFields();
                } else if (rows.size() == ROWS_MAX) {
                    throw new DamagedException(DeliveryFinding.CSV_TOO_LARGE, "the table has too many rows");
                } else {
                    rows.add(new Row(next.getStartingLineNumber(), next.getFields()));
                }
            }
        }
        if (heads.isEmpty()) {
            throw unreadable("the table is empty");
        }
        return new CsvTable(text, heads, rows);
    }

    private static DamagedException unreadable(String why) {
        return new DamagedException(DeliveryFinding.CSV_UNREADABLE, why);
    }
}
