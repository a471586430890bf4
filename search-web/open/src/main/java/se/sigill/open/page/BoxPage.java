package se.sigill.open.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.sigill.core.inbox.BoxFee;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxItem;
import se.sigill.core.inbox.BoxLine;
import se.sigill.core.inbox.BoxReservation;
import se.sigill.core.inbox.BoxState;
import se.sigill.look.Language;
import se.sigill.look.Sizes;
import se.sigill.open.ask.FollowDesk;
import se.sigill.open.ask.Problem;

/**
 * What somebody sees who comes with a code. Chrome of the page in its own language; what the archive has written is in
 * the language of the request.
 *
 * @param code for the forms of the page; stands in their bodies alone
 * @param done what a form has just brought about; empty if none was sent
 * @param written what was written in a reply that could not be laid
 * @param spoken the language of what the archive has written, as a {@code lang} attribute
 * @param updated when the inside wrote this
 * @param fee in words; empty if there is none
 */
public record BoxPage(
        Frame frame,
        String code,
        String done,
        Mending mending,
        String written,
        String spoken,
        String lead,
        List<Step> steps,
        String updated,
        Said said,
        List<Item> items,
        List<File> letters,
        List<Line> lines,
        String fee,
        Open open) {
    /** A step of the way. */
    public record Step(String label, boolean passed, boolean current) {}

    /** What the archive says of the whole. Each may be empty. */
    public record Said(
            String number, String reference, String next, String nextBy, String fee, String appeal, String until) {}

    /**
     * What was asked for.
     *
     * @param conditions on which it is handed out; empty if on none
     * @param agreement what a form sends to agree to them; empty if there is nothing to agree to
     */
    public record Item(
            String title,
            String outcome,
            String provision,
            String reason,
            List<File> files,
            String conditions,
            String agreement) {}

    /** @param facts format, size and pages in one line */
    public record File(String id, String name, String facts, String sha256) {}

    /** @param at as a {@code datetime} attribute */
    public record Line(String who, String kind, String when, String at, String text) {}

    /**
     * What can be done now.
     *
     * @param question whether an answer is waited for
     * @param informalNo whether the last answer was an employee's no: the way to a decision then stands at the top
     */
    public record Open(
            boolean question,
            boolean acceptFee,
            boolean decision,
            boolean appeal,
            boolean withdraw,
            boolean informalNo) {}

    public BoxPage {
        steps = List.copyOf(steps);
        items = List.copyOf(items);
        letters = List.copyOf(letters);
        lines = List.copyOf(lines);
    }

    public static BoxPage of(Surround around, FollowDesk.Found.Here found) {
        return of(around, found, "", List.of(), "");
    }

    /** After a form. @param typed what was written in it */
    public static BoxPage of(Surround around, FollowDesk.Found.Here found, FollowDesk.Replied replied, String typed) {
        Language l = around.language();
        return switch (replied) {
            case LAID ->
                of(
                        around,
                        found,
                        l.say(
                                "Vi har tagit emot ditt meddelande. Det syns här inom en minut.",
                                "We have received your message. It can be seen here within a minute."),
                        List.of(),
                        "");
            case NO_WORDS -> of(around, found, "", List.of(Problem.REPLY_MISSING), typed);
            case TOO_LONG -> of(around, found, "", List.of(Problem.WORDS_TOO_LONG), typed);
            case CHANGED -> of(around, found, "", List.of(Problem.RESERVATION_CHANGED), typed);
            case CLOSED -> of(around, found, "", List.of(Problem.CLOSED), typed);
        };
    }

    private static BoxPage of(
            Surround around, FollowDesk.Found.Here found, String done, List<Problem> problems, String typed) {
        Language l = around.language();
        BoxState state = found.state();
        String title = state.number().isEmpty()
                ? l.say("Din begäran", "Your request")
                : l.say("Begäran ", "Request ") + state.number();
        return new BoxPage(
                around.frameOfSent(title, "/folj"),
                found.code().text(),
                done,
                Mending.of(problems, l),
                typed,
                state.language(),
                BoxWords.state(state.state(), l),
                steps(state, l),
                Moments.words(state.asOf()),
                new Said(
                        state.number(),
                        state.reference(),
                        state.next(),
                        state.nextBy(),
                        state.fee().text(),
                        state.appeal(),
                        state.openUntil()),
                state.items().stream().map(item -> item(item, l)).toList(),
                state.letters().stream().map(file -> file(file, l)).toList(),
                state.lines().stream().map(line -> line(line, l)).toList(),
                fee(state.fee(), l),
                open(state));
    }

    private static List<Step> steps(BoxState state, Language l) {
        int reached = BoxWords.reached(state.state());
        List<String> labels = List.of(
                l.say("Mottagen", "Received"),
                l.say("Prövas", "Assessed"),
                l.say("Besvarad", "Answered"),
                l.say("Avslutad", "Closed"));
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new Step(labels.get(i), i < reached, i == reached))
                .toList();
    }

    private static Item item(BoxItem item, Language l) {
        return new Item(
                item.title(),
                BoxWords.outcome(item.outcome(), l),
                item.provision(),
                item.reason(),
                item.files().stream().map(file -> file(file, l)).toList(),
                item.reservation().map(BoxReservation::text).orElse(""),
                item.reservation()
                        .filter(each -> !each.accepted())
                        .map(BoxReservation::digest)
                        .orElse(""));
    }

    private static File file(BoxFile file, Language l) {
        String pages = file.pages() == 0
                ? ""
                : file.pages() == 1 ? l.say("1 sida", "1 page") : file.pages() + l.say(" sidor", " pages");
        String facts = String.join(
                " · ",
                Stream.of(file.mime(), Sizes.of(file.sizeBytes(), l), pages)
                        .filter(part -> !part.isEmpty())
                        .toList());
        return new File(file.id(), file.name(), facts, file.sha256());
    }

    private static Line line(BoxLine line, Language l) {
        return new Line(
                BoxWords.who(line.who(), l),
                BoxWords.kind(line.kind(), l),
                Moments.words(line.at()),
                line.at().toString(),
                line.text());
    }

    private static String fee(BoxFee fee, Language l) {
        if (fee.isNone()) {
            return "";
        }
        long kronor = fee.amountOre() / 100;
        long ore = fee.amountOre() % 100;
        String sign = l.say(",", ".");
        String yes = fee.accepted() ? l.say(". Du har godkänt avgiften.", ". You have accepted the fee.") : "";
        String sum = ore == 0 ? Long.toString(kronor) : String.format(Locale.ROOT, "%d%s%02d", kronor, sign, ore);
        return sum + " kronor" + yes;
    }

    private static Open open(BoxState state) {
        boolean over = BoxWords.reached(state.state()) == 3;
        boolean appealable = !state.appeal().isEmpty();
        return new Open(
                state.state().equals("question"),
                !state.fee().isNone()
                        && state.fee().amountOre() > 0
                        && !state.fee().accepted()
                        && !over,
                !appealable && !over,
                appealable && !state.state().equals("appealed"),
                !over && BoxWords.reached(state.state()) < 2,
                !appealable && !over && isInformalNo(state.lines()));
    }

    /** Whether an employee's no is the last of what was said about a yes or a no. */
    private static boolean isInformalNo(List<BoxLine> lines) {
        boolean no = false;
        for (BoxLine line : lines) {
            no = line.kind().equals("informal-no") || (no && !line.kind().equals("decision-wanted"));
        }
        return no;
    }
}
