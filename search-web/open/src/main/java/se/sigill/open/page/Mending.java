package se.sigill.open.page;

import java.util.List;
import se.sigill.look.Language;
import se.sigill.open.ask.Problem;

/** What is to be mended in a form, at the top of the page and at each field. */
public record Mending(List<Line> lines) {
    /** @param field id of the field that it is about */
    public record Line(String field, String text) {}

    public Mending {
        lines = List.copyOf(lines);
    }

    static Mending of(List<Problem> problems, Language l) {
        return new Mending(problems.stream()
                .map(problem -> new Line(problem.field(), problem.text(l)))
                .toList());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** What is wrong in a field; empty if nothing is. */
    public String at(String field) {
        return lines.stream()
                .filter(line -> line.field().equals(field))
                .map(Line::text)
                .findFirst()
                .orElse("");
    }

    /** Ids of what describes a field: its hint, and what is wrong in it. */
    public String describedBy(String field) {
        return at(field).isEmpty() ? field + "-h" : field + "-h " + field + "-f";
    }
}
