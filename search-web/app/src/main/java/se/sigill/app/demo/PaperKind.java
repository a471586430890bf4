package se.sigill.app.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A kind of paper (handlingstyp), a row of {@code kinds.csv}.
 *
 * @param caseRule the grammar rule that names its case
 * @param type as every system of the municipality has it, whatever the language of the heads in its tables
 * @param classCode the class of the information plan
 * @param counterparty the rule that names the other party, empty if there is none
 * @param restriction the secrecy provision it is marked with when delivered, empty if none
 */
record PaperKind(
        String key,
        String caseRule,
        String type,
        String classCode,
        Direction direction,
        String counterparty,
        boolean publish,
        String restriction) {

    /** The key of the kind that small records of the bench have. */
    static final String SHORT = "kort";

    static Map<String, PaperKind> read(List<String> lines) {
        Map<String, PaperKind> kinds = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = CsvLine.split(line);
            kinds.put(
                    cells.get(0),
                    new PaperKind(
                            cells.get(0),
                            cells.get(1),
                            cells.get(2),
                            cells.get(3),
                            Direction.valueOf(cells.get(4).toUpperCase(Locale.ROOT)),
                            rule(cells.get(5)),
                            cells.get(6).equals("yes"),
                            cells.get(7)));
        }
        return kinds;
    }

    private static String rule(String counterparty) {
        return switch (counterparty) {
            case "none" -> "";
            case "person" -> "motpart.enskild";
            case "company" -> "företag";
            case "authority" -> "myndighetutanför";
            case "any" -> "motpart.alla";
            default -> throw new IllegalStateException("kinds.csv knows no counterparty " + counterparty);
        };
    }
}
