package se.sigill.search.lucene;

import se.sigill.search.SearchField;

/** Names of the index's own fields. A query reaches those of {@link SearchField} by name, the others never. */
final class Fields {
    /** Stems of description and pages, with positions and offsets into the stored text. */
    static final String TEXT = "text";
    /** The same words as written, with positions: for phrases, beginnings, suggestions and spelling. */
    static final String EXACT = "exact";
    /** Stems spelt backwards, without frequencies: for words that end alike. */
    static final String BACKWARDS = "backwards";
    /** Stems of titles, weighing more. */
    static final String TITLE = "title";
    /** Whole numbers in one form. */
    static final String NUMBER = "number";
    /** Runs of the groups of numbers. */
    static final String NUMBER_PART = "numberpart";
    /** Labels that open the document. */
    static final String READER = "reader";

    /** Stands in documents of which passages may be shown; without it none is. */
    static final String QUOTED = "quoted";

    static final String ID = "id";
    /** The day counted from 1970-01-01, where the whole date is known. */
    static final String DAY = "day";

    static final String YEAR = "year";
    static final String STORED_TITLE = "storedtitle";
    static final String STORED_TEXT = "storedtext";
    static final String STORED_PLACES = "storedplaces";

    private Fields() {}

    /** Where a filter looks: the value in lower case. */
    static String filter(SearchField field) {
        return "filter." + field.english();
    }

    /** Where a facet is counted: the value as given. */
    static String facet(SearchField field) {
        return "facet." + field.english();
    }
}
