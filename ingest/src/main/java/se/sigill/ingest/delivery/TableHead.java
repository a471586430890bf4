package se.sigill.ingest.delivery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.sigill.core.finding.Finding;

/**
 * The head of a delivery's table: which column stands where.
 *
 * @param file the table's own name, for findings
 * @param width how many heads there are
 */
record TableHead(String file, List<String> names, Map<Column, Integer> columns, int width, List<Finding> findings) {
    TableHead {
        names = List.copyOf(names);
        findings = List.copyOf(findings);
    }

    static TableHead of(String file, CsvTable table) {
        List<Finding> findings = new ArrayList<>();
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> names = table.heads().stream()
                .map(head -> DeliveryName.printable(head).strip())
                .toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                continue;
            }
            String where = file + ":1:" + name;
            Column column = Column.of(name).orElse(null);
            if (column == null) {
                findings.add(Finding.of(DeliveryFinding.COLUMN_UNKNOWN, where, "the column is not known and not read"));
            } else if (columns.putIfAbsent(column, i) != null) {
                findings.add(Finding.of(DeliveryFinding.COLUMN_TWICE, where, "two columns mean the same"));
            }
        }
        if (!columns.containsKey(Column.PATH)) {
            findings.add(
                    Finding.of(DeliveryFinding.HEAD_MISSING, file + ":1", "no column says which file a row means"));
        }
        if (table.text().charset().equals(CsvText.WINDOWS)) {
            findings.add(Finding.of(DeliveryFinding.CSV_ENCODING, file, "the table is no UTF-8; read as Windows-1252"));
        }
        return new TableHead(file, names, columns, names.size(), findings);
    }

    /** The place of a field as findings name it: {@code leverans.csv:7:datum}. */
    String where(long line, String column) {
        return file + ":" + line + (column.isEmpty() ? "" : ":" + column);
    }

    /** The head as the clerk wrote it, or the Swedish word if there is no such column. */
    String nameOf(Column column) {
        Integer at = columns.get(column);
        return at == null ? column.heads().getFirst() : names.get(at);
    }
}
