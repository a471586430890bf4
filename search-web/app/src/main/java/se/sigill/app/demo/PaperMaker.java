package se.sigill.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Plans cases and papers, and puts a plan into words. Immutable, shared by threads. */
final class PaperMaker {
    /** The first day a case of the demonstration may begin; the last one lies 300 days later. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 8);

    private final Grammar grammar = Grammar.read(Resources.lines("grammar.txt"));
    private final PaperTemplates templates = PaperTemplates.read(grammar, Resources.lines("templates.txt"));
    private final Map<String, PaperKind> kinds = PaperKind.read(Resources.lines("kinds.csv"));
    private final long seed;

    PaperMaker(long seed) {
        this.seed = seed;
    }

    /** A matter (ärende): what stays the same over its papers. */
    record Case(Authority authority, String dnr, String title, LocalDate opened, Map<String, String> words) {}

    /** A paper that is planned: everything about it but its text. */
    record Plan(int number, PaperKind kind, FileForm form, Case matter, LocalDate date) {
        String title() {
            return matter.title.startsWith(kind.type()) ? matter.title : kind.type() + ": " + matter.title;
        }

        String counterparty() {
            return matter.words.getOrDefault("motpart", "");
        }
    }

    PaperKind kind(String key) {
        PaperKind kind = kinds.get(key);
        if (kind == null) {
            throw new IllegalStateException("kinds.csv has no row " + key);
        }
        return kind;
    }

    Map<String, PaperKind> kinds() {
        return kinds;
    }

    Grammar grammar() {
        return grammar;
    }

    /** A new matter with the given running number at its authority. */
    Case matter(Authority authority, PaperKind kind, int number) {
        Dice dice = Dice.of(seed, "matter " + authority, number);
        LocalDate opened = Swedish.weekday(FIRST_DAY.plusDays(dice.below(300)));
        String dnr = authority + " " + opened.getYear() + "/" + number;
        Grammar.Draft draft = new Grammar.Draft(dice, opened)
                .bind("kommun", "Lindhults kommun")
                .bind("namnd", authority.title())
                .bind("dnr", dnr)
                .bind("datum", Swedish.date(opened));
        draft.bind("fastighet", grammar.expand("{fastighet.ny}", draft));
        for (String role : List.of("handläggare", "sekreterare", "ordförande")) {
            draft.bind(role, grammar.expand("{person}", draft));
        }
        if (!kind.counterparty().isEmpty()) {
            draft.bind("motpart", grammar.expand("{" + kind.counterparty() + "}", draft));
        }
        String title = Swedish.capital(grammar.expand("{" + kind.caseRule() + "}", draft));
        draft.bind("ärende", title);
        return new Case(authority, dnr, title, opened, draft.words());
    }

    /** A paper in this matter; number parts its dice from those of all other papers. */
    Plan plan(int number, PaperKind kind, FileForm form, Case matter) {
        Case complete = matter;
        Dice dice = Dice.of(seed, "plan", number);
        if (!kind.counterparty().isEmpty() && !matter.words.containsKey("motpart")) {
            Grammar.Draft draft = new Grammar.Draft(dice, matter.opened).bindAll(matter.words);
            draft.bind("motpart", grammar.expand("{" + kind.counterparty() + "}", draft));
            complete = new Case(matter.authority, matter.dnr, matter.title, matter.opened, draft.words());
        }
        return new Plan(number, kind, form, complete, Swedish.weekday(matter.opened.plusDays(dice.below(12))));
    }

    /** The paper's text. */
    Paper write(Plan plan) {
        Grammar.Draft draft = new Grammar.Draft(Dice.of(seed, "paper", plan.number), plan.date)
                .bindAll(plan.matter.words)
                .bind("datum", Swedish.date(plan.date));
        List<Block> blocks = templates.blocks(plan.kind.key(), draft);
        return new Paper(plan.title(), draft.bound("handläggare"), plan.date, blocks);
    }

    /** The paper in its form, with a planted word if one is given. */
    byte[] file(Plan plan, Planted... words) {
        Paper paper = write(plan);
        for (Planted word : words) {
            paper = switch (word) {
                case ON_PDF_PAGE_3 -> paper.withParagraphOnPage(3, word.sentence());
                case IN_XLSX -> paper.withRow(word.sentence());
                case IN_DOCX, IN_ODT, IN_PPTX, IN_MAIL_ATTACHMENT, IN_MBOX, IN_RESTRICTED ->
                    paper.withParagraphOnPage(1, word.sentence());
            };
        }
        return plan.form.write(paper);
    }
}
