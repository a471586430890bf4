package se.sigill.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small generative grammar, read from {@code grammar.txt}.
 *
 * <p>Each rule has alternatives, one a line, which hold other rules in braces.
 *
 * <p>Immutable after reading; threads share it. What is drawn and bound lies in {@link Draft}.
 */
final class Grammar {
    /** No rule of ours nests deeper than six; a rule that calls itself ends here instead of in a stack overflow. */
    private static final int DEPTH_MAX = 20;

    /** The product of the last two numbers, and a quarter of all products: what an invoice must get right. */
    private static final String PRODUCT = "produkt";

    private static final String VAT = "moms";

    private final Map<String, List<List<Piece>>> rules;

    private Grammar(Map<String, List<List<Piece>>> rules) {
        this.rules = rules;
    }

    /** One piece of an alternative: text as it stands, or a reference to expand. */
    private sealed interface Piece {}

    private record Plain(String text) implements Piece {}

    /** {@code {^name=bind}}: capital says whether the first letter is raised; bind is empty if nothing is bound. */
    private record Reference(String name, String bind, boolean capital) implements Piece {}

    /** {@code {#low-high}} or {@code {kr:low-high}}. */
    private record Quantity(int low, int high, boolean money) implements Piece {}

    /** {@code {datum+9}}. */
    private record Day(int offsetDays) implements Piece {}

    static Grammar read(List<String> lines) {
        Map<String, List<List<Piece>>> rules = new LinkedHashMap<>();
        List<List<Piece>> current = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[") && line.endsWith("]")) {
                current = new ArrayList<>();
                if (rules.put(line.substring(1, line.length() - 1), current) != null) {
                    throw new IllegalStateException("the rule " + line + " stands twice");
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(pieces(line));
            }
        }
        return new Grammar(rules);
    }

    /** The names of all rules, in the order of the file. */
    List<String> names() {
        return List.copyOf(rules.keySet());
    }

    /** A line of a template with every reference expanded. */
    String expand(String line, Draft draft) {
        StringBuilder out = new StringBuilder();
        append(pieces(line), draft, out, 0);
        return out.toString();
    }

    private void append(List<Piece> pieces, Draft draft, StringBuilder out, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalStateException("a rule calls itself");
        }
        for (Piece piece : pieces) {
            switch (piece) {
                case Plain(String text) -> out.append(text);
                case Quantity(int low, int high, boolean money) -> {
                    int drawn = draft.dice().between(low, high);
                    draft.remember(drawn);
                    out.append(money ? Swedish.kronor(drawn / 100 * 100) : Integer.toString(drawn));
                }
                case Day(int offsetDays) -> out.append(Swedish.date(draft.date().plusDays(offsetDays)));
                case Reference reference -> out.append(word(reference, draft, depth));
            }
        }
    }

    private String word(Reference reference, Draft draft, int depth) {
        String bound = reference.bind.isEmpty() ? draft.bound(reference.name) : "";
        String text = bound.isEmpty() ? drawn(reference.name, draft, depth) : bound;
        if (!reference.bind.isEmpty()) {
            draft.bind(reference.bind, text);
        }
        return reference.capital ? Swedish.capital(text) : text;
    }

    private String drawn(String name, Draft draft, int depth) {
        if (name.equals(PRODUCT)) {
            return Long.toString(draft.product());
        }
        if (name.equals(VAT)) {
            return Long.toString(draft.productsSoFar() / 4);
        }
        List<List<Piece>> alternatives = rules.get(name);
        if (alternatives == null) {
            throw new IllegalStateException("no rule and no word is called {" + name + "}");
        }
        StringBuilder out = new StringBuilder();
        append(alternatives.get(draft.another(name, alternatives.size())), draft, out, depth + 1);
        return out.toString();
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int open = line.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int close = line.indexOf('}', open);
            if (open > at) {
                pieces.add(new Plain(line.substring(at, open)));
            }
            pieces.add(reference(line.substring(open + 1, close)));
            at = close + 1;
        }
        if (at < line.length()) {
            pieces.add(new Plain(line.substring(at)));
        }
        return pieces;
    }

    private static Piece reference(String text) {
        if (text.startsWith("#") || text.startsWith("kr:")) {
            String range = text.substring(text.startsWith("#") ? 1 : 3);
            int dash = range.indexOf('-');
            int low = Integer.parseInt(range.substring(0, dash));
            return new Quantity(low, Integer.parseInt(range.substring(dash + 1)), text.startsWith("kr:"));
        }
        if (text.startsWith("datum+") || text.startsWith("datum-")) {
            return new Day(Integer.parseInt(text.substring("datum".length())));
        }
        boolean capital = text.startsWith("^");
        String name = capital ? text.substring(1) : text;
        int equals = name.indexOf('=');
        return equals < 0
                ? new Reference(name, "", capital)
                : new Reference(name.substring(0, equals), name.substring(equals + 1), capital);
    }

    /** What one case or paper has drawn so far: its dice, its day and the words that are bound. */
    static final class Draft {
        private final Dice dice;
        private final LocalDate date;
        private final Map<String, String> words = new HashMap<>();
        /** The alternatives of each rule that were not drawn yet: a paper does not say a thing twice. */
        private final Map<String, List<Integer>> left = new HashMap<>();

        private long before;
        private long last;
        private long products;

        Draft(Dice dice, LocalDate date) {
            this.dice = dice;
            this.date = date;
        }

        Dice dice() {
            return dice;
        }

        LocalDate date() {
            return date;
        }

        /** The number of an alternative, none twice before all have been drawn. */
        private int another(String rule, int alternatives) {
            List<Integer> unused = left.computeIfAbsent(rule, _ -> new ArrayList<>());
            if (unused.isEmpty()) {
                for (int i = 0; i < alternatives; i++) {
                    unused.add(i);
                }
            }
            int at = dice.below(unused.size());
            int chosen = unused.get(at);
            unused.set(at, unused.getLast());
            unused.removeLast();
            return chosen;
        }

        private void remember(long number) {
            before = last;
            last = number;
        }

        private long product() {
            products += before * last;
            return before * last;
        }

        private long productsSoFar() {
            return products;
        }

        /** Binds a word: from now on the reference gives it. */
        Draft bind(String name, String word) {
            words.put(name, word);
            return this;
        }

        Draft bindAll(Map<String, String> more) {
            words.putAll(more);
            return this;
        }

        /** The bound word, empty if none. */
        String bound(String name) {
            return words.getOrDefault(name, "");
        }

        Map<String, String> words() {
            return Map.copyOf(words);
        }
    }
}
