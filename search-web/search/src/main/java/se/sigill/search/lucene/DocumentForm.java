package se.sigill.search.lucene;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import se.sigill.search.DiaryNumbers;
import se.sigill.search.IndexDocument;
import se.sigill.search.SearchField;

/** Turns a record into Lucene's document. The form depends on the record alone, never on others in the index. */
final class DocumentForm {
    /** More text than this of one record is not indexed: some 5,000 pages. */
    static final int TEXT_MAX = 16 * 1024 * 1024;

    /** Longer values are cut: Lucene refuses terms over 32,766 bytes. */
    static final int VALUE_MAX = 1000;

    /** Positions between two pages, so that a phrase does not reach from one to the next. */
    static final int BREAK = 100;

    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);
    private static final FieldType ORDERED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType WEIGHED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType LISTED = type(IndexOptions.DOCS, true);

    private final IndexDocument record;
    private final Document document = new Document();
    private boolean cut;

    DocumentForm(IndexDocument record) {
        this.record = record;
    }

    /** Whether the text was longer than is indexed. Known once {@link #document()} has run. */
    boolean isCut() {
        return cut;
    }

    Document document() {
        String id = value(record.id());
        document.add(new StringField(Fields.ID, id, Field.Store.YES));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
        document.add(new StoredField(Fields.STORED_TITLE, record.title()));
        for (String label : record.sortedReaders()) {
            document.add(new StringField(Fields.READER, label, Field.Store.NO));
        }
        if (record.quoted()) {
            document.add(new StoredField(Fields.QUOTED, 1));
        }
        numbers();
        filters();
        text();
        return document;
    }

    private void numbers() {
        Set<String> whole = new LinkedHashSet<>();
        Set<String> runs = new LinkedHashSet<>();
        for (String written : List.of(record.diaryNumber(), record.caseNumber())) {
            whole.add(DiaryNumbers.whole(value(written)));
            runs.addAll(DiaryNumbers.runs(value(written)));
        }
        whole.stream()
                .filter(n -> !n.isEmpty())
                .forEach(n -> document.add(new StringField(Fields.NUMBER, n, Field.Store.NO)));
        runs.forEach(n -> document.add(new StringField(Fields.NUMBER_PART, n, Field.Store.NO)));
    }

    private void filters() {
        filter(SearchField.AUTHORITY, List.of(record.authority()));
        filter(SearchField.TYPE, List.of(record.type()));
        filter(SearchField.FORMAT, record.formats());
        filter(SearchField.CLASS, List.of(record.classCode()));
        filter(SearchField.DIRECTION, List.of(record.direction()));
        filter(SearchField.STATUS, record.status());
        day(record.date()).ifPresent(day -> {
            document.add(new LongPoint(Fields.DAY, day));
            document.add(new NumericDocValuesField(Fields.DAY, day));
        });
        if (record.year() != 0) {
            document.add(new IntPoint(Fields.YEAR, record.year()));
            document.add(facet(SearchField.YEAR, Integer.toString(record.year())));
        }
    }

    /** Counted from 1970-01-01; empty unless the date is whole. */
    private static OptionalLong day(String date) {
        try {
            return date.length() < 10
                    ? OptionalLong.empty()
                    : OptionalLong.of(LocalDate.parse(date.substring(0, 10)).toEpochDay());
        } catch (DateTimeParseException e) {
            return OptionalLong.empty();
        }
    }

    private void filter(SearchField field, List<String> values) {
        for (String given : new LinkedHashSet<>(values)) {
            String value = value(given);
            if (!value.isBlank()) {
                document.add(new StringField(Fields.filter(field), value.toLowerCase(Locale.ROOT), Field.Store.NO));
                document.add(facet(field, value));
            }
        }
    }

    private static Field facet(SearchField field, String value) {
        return new SortedSetDocValuesField(Fields.facet(field), new BytesRef(value));
    }

    private void text() {
        StringBuilder text = new StringBuilder(description());
        List<Places.Place> places = new ArrayList<>();
        List<Integer> breaks = new ArrayList<>();
        for (IndexDocument.Page page : record.pages()) {
            text.append('\n');
            places.add(new Places.Place(page.part(), page.partName(), page.number(), text.length()));
            breaks.add(text.length());
            String normal = Normalizer.normalize(page.text(), Normalizer.Form.NFC);
            int room = TEXT_MAX - text.length();
            if (normal.length() > room) {
                cut = true;
                text.append(normal, 0, Math.max(0, room));
                break;
            }
            text.append(normal);
        }
        String whole = text.toString();
        List<Words.Token> tokens = Words.of(whole);
        document.add(new Field(Fields.TEXT, new WordStream(tokens, Words.Token::stem, breaks), PLACED));
        document.add(new Field(Fields.EXACT, new WordStream(tokens, Words.Token::word, breaks), ORDERED));
        document.add(new Field(Fields.BACKWARDS, new WordStream(tokens, DocumentForm::backwards, List.of()), LISTED));
        List<Words.Token> title = Words.of(normal(record.title() + "\n" + record.caseTitle()));
        document.add(new Field(Fields.TITLE, new WordStream(title, Words.Token::stem, List.of()), WEIGHED));
        document.add(new StoredField(Fields.STORED_TEXT, whole));
        document.add(new StoredField(Fields.STORED_PLACES, new Places(places).bytes()));
    }

    /** What is known of the record in words, one a line. */
    private String description() {
        return normal(String.join(
                "\n",
                List.of(
                        record.title(),
                        record.diaryNumber(),
                        record.counterparty(),
                        record.caseNumber(),
                        record.caseTitle(),
                        record.authority(),
                        record.type())));
    }

    private static String backwards(Words.Token token) {
        return Vocabulary.backwards(token.stem());
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static String value(String given) {
        String value = normal(given).strip();
        return value.length() <= VALUE_MAX ? value : value.substring(0, VALUE_MAX);
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }
}
