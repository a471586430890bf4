package se.sigill.app.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes threads of mails between people and the municipality. Threads have 1, 3, 2 and 4 letters in turn, so the place
 * of a letter among all letters is known without making those before it.
 */
final class MailMaker {
    static final List<Integer> THREAD_SIZES = List.of(1, 3, 2, 4);
    private static final int LETTERS_PER_ROUND = 10;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final List<FileForm> ATTACHED = List.of(FileForm.PDF, FileForm.DOCX, FileForm.PNG, FileForm.XLSX);

    private final PaperMaker papers;
    private final long seed;
    private final int everyWithAttachment;

    /** @param everyWithAttachment every so manieth letter carries one paper */
    MailMaker(PaperMaker papers, long seed, int everyWithAttachment) {
        this.papers = papers;
        this.seed = seed;
        this.everyWithAttachment = everyWithAttachment;
    }

    /** What a thread is about. */
    enum Topic {
        QUESTION("fråga", "2.7"),
        COMPLAINT("anmälan", "1.6"),
        BUSINESS("ärende", "1.4");

        private final String rule;
        private final String classCode;

        Topic(String rule, String classCode) {
            this.rule = rule;
            this.classCode = classCode;
        }
    }

    /** A thread: one matter, its letters oldest first. */
    record Exchange(PaperMaker.Case matter, String classCode, List<Letter> letters) {}

    /** The number of the first letter of a thread among all letters. */
    static int firstLetter(int thread) {
        int start = thread / THREAD_SIZES.size() * LETTERS_PER_ROUND;
        for (int i = 0; i < thread % THREAD_SIZES.size(); i++) {
            start += THREAD_SIZES.get(i);
        }
        return start;
    }

    Exchange thread(int number) {
        Dice dice = Dice.of(seed, "thread", number);
        Topic topic = dice.pick(List.of(Topic.values()));
        Authority authority = dice.pick(List.of(Authority.values()));
        PaperMaker.Case matter = papers.matter(authority, papers.kind(PaperKind.SHORT), 2000 + number);
        LocalDate day = matter.opened();
        Grammar.Draft draft = new Grammar.Draft(dice, day).bindAll(matter.words());
        Letter.Mailbox outside = mailbox(papers.grammar().expand("{person}", draft), "post.example");
        Letter.Mailbox inside = dice.oneIn(2)
                ? new Letter.Mailbox("Registrator " + authority, "registrator@lindhult.example")
                : mailbox(draft.bound("handläggare"), "lindhult.example");
        String subject = Swedish.capital(papers.grammar().expand("{mail.ämne." + topic.rule + "}", draft));
        ZonedDateTime sent = day.atTime(LocalTime.of(7, 0)).atZone(SWEDEN).plusMinutes(dice.below(600));
        List<Letter> letters = new ArrayList<>();
        int size = THREAD_SIZES.get(number % THREAD_SIZES.size());
        for (int i = 0; i < size; i++) {
            Letter.Mailbox from = i % 2 == 0 ? outside : inside;
            String text = text(i, topic, from, draft) + quoted(letters);
            letters.add(new Letter(
                    Long.toHexString(dice.next()) + "." + number + "." + i + "@"
                            + from.address().substring(from.address().indexOf('@') + 1),
                    letters.stream().map(Letter::id).toList(),
                    from,
                    i % 2 == 0 ? inside : outside,
                    i == 0 ? subject : (i % 2 == 0 ? "Re: " : "SV: ") + subject,
                    sent,
                    text,
                    dice.pick(List.of(Letter.Encoding.values())),
                    dice.oneIn(3),
                    attachments(firstLetter(number) + i, matter, dice)));
            sent = sent.plusMinutes(dice.between(20, 2600));
        }
        return new Exchange(matter, topic.classCode, letters);
    }

    private String text(int place, Topic topic, Letter.Mailbox from, Grammar.Draft draft) {
        Grammar grammar = papers.grammar();
        StringBuilder text = new StringBuilder(grammar.expand("{hälsning}", draft)).append("\n\n");
        if (place == 0) {
            text.append(grammar.expand("{mail." + topic.rule + "} {klagomening}", draft));
            int more = draft.dice().between(0, 3);
            for (int i = 0; i < more; i++) {
                text.append("\n\n").append(grammar.expand("{mail." + topic.rule + "} {bakgrund}", draft));
            }
        } else {
            text.append(grammar.expand(place % 2 == 1 ? "{mail.svar}" : "{mail.åter}", draft));
        }
        text.append("\n\n")
                .append(grammar.expand("{avslut}", draft))
                .append('\n')
                .append(from.name());
        if (from.address().endsWith("lindhult.example")) {
            text.append("\nLindhults kommun\n").append(draft.bound("namnd"));
        }
        return text.append('\n').toString();
    }

    /** The text before, marked as quoted, as mail programs do; only the last letter, so that threads stay short. */
    private static String quoted(List<Letter> before) {
        if (before.isEmpty()) {
            return "";
        }
        Letter last = before.getLast();
        StringBuilder text = new StringBuilder("\n")
                .append(last.sent().toLocalDate())
                .append(" skrev ")
                .append(last.from().name())
                .append(":\n");
        last.text().lines().filter(line -> !line.startsWith(">")).forEach(line -> text.append("> ")
                .append(line)
                .append('\n'));
        return text.toString();
    }

    private List<Letter.Attachment> attachments(int letter, PaperMaker.Case matter, Dice dice) {
        if (letter % everyWithAttachment != 0) {
            return List.of();
        }
        FileForm form = ATTACHED.get(letter / everyWithAttachment % ATTACHED.size());
        PaperKind kind = papers.kind(
                switch (form) {
                    case PDF -> "remissvar";
                    case XLSX -> "budget";
                    case PNG -> "ritning";
                    default -> "tjänsteskrivelse";
                });
        PaperMaker.Case attached = papers.matter(matter.authority(), kind, 500_000 + letter);
        PaperMaker.Plan plan = papers.plan(1_000_000 + letter, kind, form, attached);
        String name = kind.type() + " " + dice.between(1, 99) + "." + form.extension();
        return List.of(new Letter.Attachment(name, form.mediaType(), papers.file(plan)));
    }

    private static Letter.Mailbox mailbox(String name, String domain) {
        return new Letter.Mailbox(name, Swedish.fileName(name).replace('-', '.') + "@" + domain);
    }
}
