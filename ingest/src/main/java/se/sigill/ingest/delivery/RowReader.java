package se.sigill.ingest.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.Direction;

/** Turns one row into a description and says, column by column, what is wrong with it. */
final class RowReader {
    /** A title of a page of text is a mistake; longer fields would only fill the record's description. */
    static final int FIELD_CHARS_MAX = 4_000;

    private final TableHead head;
    private final DeliveryWords words;
    private final LocalDate today;

    RowReader(TableHead head, DeliveryWords words, LocalDate today) {
        this.head = head;
        this.words = words;
        this.today = today;
    }

    /** @param path as written in the row, empty if the field is */
    record Read(String path, String where, ItemDescription description, List<Finding> findings) {}

    Read read(CsvTable.Row row) {
        return new OneRow(row).read();
    }

    private final class OneRow {
        private final CsvTable.Row row;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<Column, String> fields = new EnumMap<>(Column.class);

        OneRow(CsvTable.Row row) {
            this.row = row;
        }

        Read read() {
            if (row.fields().size() > head.width()) {
                say(DeliveryFinding.ROW_WIDE, "", "the row has more fields than the head");
            }
            head.columns().forEach((column, at) -> fields.put(column, clean(column, at)));
            String path = field(Column.PATH);
            ItemDescription.Openness openness = openness();
            ItemDescription description = new ItemDescription(
                    title(path),
                    field(Column.DIARY_NUMBER),
                    date(),
                    word(Column.DIRECTION, FieldWords::direction, DeliveryFinding.DIRECTION_WRONG, Direction.UNKNOWN),
                    field(Column.RECORD_TYPE),
                    field(Column.AUTHORITY),
                    field(Column.COUNTERPARTY),
                    field(Column.CASE),
                    classCode(),
                    field(Column.EXTERNAL_ID),
                    checksum(),
                    openness);
            return new Read(path, head.where(row.line(), ""), description, List.copyOf(findings));
        }

        private String clean(Column column, int at) {
            String raw = at < row.fields().size() ? row.fields().get(at) : "";
            if (raw.length() > FIELD_CHARS_MAX) {
                say(DeliveryFinding.FIELD_LONG, column, "the field has " + raw.length() + " characters");
                return "";
            }
            if (column == Column.PATH) {
                return raw.strip();
            }
            String shown = DeliveryName.printable(raw);
            boolean isOnlyLineBreaks = shown.equals(raw.replaceAll("[\\r\\n\\t]", " "));
            if (!shown.equals(raw) && !isOnlyLineBreaks) {
                say(DeliveryFinding.FIELD_STRANGE, column, "the field holds control or invisible characters");
            }
            return shown.strip().replaceAll(" {2,}", " ");
        }

        private String title(String path) {
            String title = field(Column.TITLE);
            if (!title.isEmpty()) {
                return title;
            }
            if (head.columns().containsKey(Column.TITLE)) {
                say(DeliveryFinding.TITLE_MISSING, Column.TITLE, "the title is empty");
            }
            return DeliveryName.inside(path).map(DeliveryName::asTitle).orElse("(untitled)");
        }

        private String date() {
            String field = field(Column.DATE);
            if (field.isEmpty()) {
                return "";
            }
            return switch (DateForm.read(field)) {
                case DateForm.Day(LocalDate date) -> {
                    if (date.isAfter(today)) {
                        say(DeliveryFinding.DATE_FUTURE, Column.DATE, "the date lies in the future");
                    }
                    yield date.toString();
                }
                case DateForm.Ambiguous() -> {
                    say(DeliveryFinding.DATE_AMBIGUOUS, Column.DATE, "day and month can be read either way");
                    yield "";
                }
                case DateForm.Wrong() -> {
                    say(DeliveryFinding.DATE_WRONG, Column.DATE, "this is no date");
                    yield "";
                }
            };
        }

        private String classCode() {
            String code = field(Column.CLASS);
            if (!code.isEmpty() && !words.classes().test(code)) {
                say(DeliveryFinding.CLASS_UNKNOWN, Column.CLASS, "the class is not in the adopted information plan");
            }
            return code;
        }

        private String checksum() {
            String field = field(Column.CHECKSUM);
            return field.isEmpty()
                    ? ""
                    : word(Column.CHECKSUM, FieldWords::checksum, DeliveryFinding.CHECKSUM_FORM, "");
        }

        private ItemDescription.Openness openness() {
            boolean open = word(Column.ASSESSMENT, FieldWords::open, DeliveryFinding.ASSESSMENT_WRONG, false);
            boolean publish = word(Column.PUBLISH, FieldWords::yesOrNo, DeliveryFinding.PUBLISH_WRONG, false);
            String provision = provision();
            String category = word(Column.CATEGORY, FieldWords::category, DeliveryFinding.CATEGORY_WRONG, "secrecy");
            if (!provision.isEmpty() && (open || publish)) {
                say(DeliveryFinding.CONTRADICTION, Column.RESTRICTION, "the row restricts and opens the same item");
            }
            return new ItemDescription.Openness(
                    provision, provision.isEmpty() ? "" : category, field(Column.REASON), open, publish);
        }

        private String provision() {
            String field = field(Column.RESTRICTION);
            if (field.isEmpty() || FieldWords.yesOrNo(field).equals(Optional.of(false))) {
                return "";
            }
            String provision = FieldWords.provision(field).orElse("");
            String section = FieldWords.withoutParagraph(provision);
            String known = !provision.isEmpty() && words.provisions().test(provision) ? provision : section;
            if (known.isEmpty() || !words.provisions().test(known)) {
                say(DeliveryFinding.PROVISION_UNKNOWN, Column.RESTRICTION, "the provision is not in the catalogue");
            } else if (!words.inForce().test(known)) {
                say(DeliveryFinding.PROVISION_NOT_VALID, Column.RESTRICTION, "the provision is no law today");
            }
            return known;
        }

        private <T> T word(Column column, Function<String, Optional<T>> reader, DeliveryFinding code, T otherwise) {
            Optional<T> read = reader.apply(field(column));
            if (read.isEmpty()) {
                say(code, column, "the word is none that is known here");
            }
            return read.orElse(otherwise);
        }

        private String field(Column column) {
            return fields.getOrDefault(column, "");
        }

        private void say(DeliveryFinding code, Column column, String message) {
            say(code, head.nameOf(column), message);
        }

        private void say(DeliveryFinding code, String column, String message) {
            findings.add(Finding.of(code, head.where(row.line(), column), message));
        }
    }
}
