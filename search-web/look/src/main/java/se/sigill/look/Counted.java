package se.sigill.look;

import java.util.List;

/** A value and how many have it. @param chosen whether it is a filter now */
public record Counted(String value, long count, boolean chosen, String link) {
    /** Values of one kind. @param parameter in the address of a search */
    public record Group(String label, String parameter, List<Counted> values) {
        public Group {
            values = List.copyOf(values);
        }
    }
}
