package se.sigill.search;

/** A condition that narrows what is found and never changes its score. Values are compared without regard to case. */
public sealed interface SearchFilter {

    /** The field has this value. */
    record Equal(SearchField field, String value) implements SearchFilter {
        public Equal {
            if (value.isBlank() || field == SearchField.YEAR) {
                throw new IllegalArgumentException("a value is needed, and years are ranges");
            }
        }
    }

    /** The year lies from {@code first} to {@code last}, both included. */
    record Years(int first, int last) implements SearchFilter {
        public Years {
            if (first > last) {
                throw new IllegalArgumentException("the first year stands after the last");
            }
        }
    }
}
