package se.sigill.search;

import java.time.LocalDate;
import java.util.List;

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

    /** The field has one of these values; for {@link SearchField#YEAR} years in digits. */
    record OneOf(SearchField field, List<String> values) implements SearchFilter {
        public OneOf {
            values = List.copyOf(values);
            boolean years = values.stream().allMatch(value -> value.matches("[0-9]{1,4}"));
            if (values.isEmpty()
                    || values.stream().anyMatch(String::isBlank)
                    || (field == SearchField.YEAR && !years)) {
                throw new IllegalArgumentException("values are needed, and years are digits");
            }
        }
    }

    /** The day lies from {@code first} to {@code last}, both included; what has no whole date is left out. */
    record Days(LocalDate first, LocalDate last) implements SearchFilter {
        public Days {
            if (first.isAfter(last)) {
                throw new IllegalArgumentException("the first day stands after the last");
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
