package se.sigill.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds papers from {@code templates.txt} and the words of a {@link Grammar}. Immutable, shared by threads. */
final class PaperTemplates {
    private final Grammar grammar;
    private final Map<String, List<String>> templates;

    private PaperTemplates(Grammar grammar, Map<String, List<String>> templates) {
        this.grammar = grammar;
        this.templates = templates;
    }

    static PaperTemplates read(Grammar grammar, List<String> lines) {
        Map<String, List<String>> templates = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[[")) {
                current = new ArrayList<>();
                templates.put(line.substring(2, line.length() - 2), current);
            } else if (!line.isBlank() && !line.startsWith("%")) {
                current.add(line);
            }
        }
        return new PaperTemplates(grammar, templates);
    }

    /** The pieces of a paper of this kind. What the draft has bound stays the same over the whole paper. */
    List<Block> blocks(String kind, Grammar.Draft draft) {
        List<Block> blocks = new ArrayList<>();
        append(kind, draft, blocks);
        return blocks;
    }

    private void append(String name, Grammar.Draft draft, List<Block> blocks) {
        List<String> lines = templates.get(name);
        if (lines == null) {
            throw new IllegalStateException("no template is called " + name);
        }
        for (String line : lines) {
            int times = 1;
            String rest = line;
            if (line.startsWith("*")) {
                int dash = line.indexOf('-');
                int blank = line.indexOf(' ');
                int low = Integer.parseInt(line.substring(1, dash));
                times = draft.dice().between(low, Integer.parseInt(line.substring(dash + 1, blank)));
                rest = line.substring(blank + 1);
            }
            for (int i = 0; i < times; i++) {
                one(rest, draft, blocks);
            }
        }
    }

    private void one(String line, Grammar.Draft draft, List<Block> blocks) {
        if (line.startsWith("@")) {
            append(line.substring(1), draft, blocks);
        } else if (line.equals("---")) {
            blocks.add(new Block.PageBreak());
        } else if (line.startsWith("# ")) {
            blocks.add(new Block.Heading(1, words(line.substring(2), draft)));
        } else if (line.startsWith("## ")) {
            blocks.add(new Block.Heading(2, words(line.substring(3), draft)));
        } else if (line.startsWith("- ")) {
            blocks.add(new Block.Item(words(line.substring(2), draft)));
        } else if (line.startsWith("| ")) {
            List<String> cells = new ArrayList<>();
            for (String cell : line.substring(2).split("\\|", -1)) {
                cells.add(words(cell.strip(), draft));
            }
            blocks.add(new Block.Row(cells));
        } else {
            blocks.add(new Block.Paragraph(words(line, draft)));
        }
    }

    private String words(String line, Grammar.Draft draft) {
        if (line.contains("{§}")) {
            String before = draft.bound("§");
            draft.bind("§", before.isEmpty() ? "1" : Integer.toString(Integer.parseInt(before) + 1));
        }
        return grammar.expand(line, draft);
    }
}
