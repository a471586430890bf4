package se.sigill.look;

import java.util.ArrayList;
import java.util.List;

/** One line about a record. @param link where the value leads; may be empty */
public record Fact(String label, String value, String link) {

    /** Facts in order, those without a value left out. */
    public static final class Sheet {
        private final List<Fact> facts = new ArrayList<>();

        public Sheet with(String label, String value) {
            return with(label, value, "");
        }

        public Sheet with(String label, String value, String link) {
            if (!value.isBlank()) {
                facts.add(new Fact(label, value, link));
            }
            return this;
        }

        public List<Fact> facts() {
            return List.copyOf(facts);
        }
    }
}
