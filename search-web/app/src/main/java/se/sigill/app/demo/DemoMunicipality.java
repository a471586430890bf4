package se.sigill.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lindhults kommun: sixty papers and sixty mails in folders as they would be delivered.
 *
 * <p>{@link #generate} makes below the folder it is given:
 *
 * <ul>
 *   <li>{@code informationsplan.csv}, {@code sekretessbestammelser.csv}: what is to be adopted first;
 *   <li>{@code 01-kommunstyrelsen} … {@code 05-lindhults-bostader}: papers with a {@code leverans.csv} each, no two of
 *       them written alike (heads in Swedish or English, semicolon, comma or tab, UTF-8 or Windows-1252);
 *   <li>{@code 06-e-post}: forty mails with a table; {@code 07-brevlada}: twenty in one mbox, without a table;
 *   <li>{@code 08-utan-tabell}: papers without a table.
 * </ul>
 *
 * A factor above 1 repeats the schedule with new words: 60 × factor papers and 60 × factor mails.
 */
public final class DemoMunicipality {
    /** The seed of the demonstration that {@code ./sigill demo} shows. */
    public static final long SEED = 1862;

    private static final String SAMPLE_PLAN = "/se/sigill/core/access/plan.csv";
    private static final String SAMPLE_PROVISIONS = "/se/sigill/core/access/provisions.csv";
    private static final int MAILS_LOOSE = 40;
    private static final int MAILS_IN_MBOX = 20;
    private static final int FIRST_DNR = 101;
    /** The thread about somebody's health: restricted when it is delivered. */
    private static final int RESTRICTED_THREAD = 5;

    private final Path root;
    private final long seed;
    private final int factor;
    private final PaperMaker papers;
    private final Map<String, Boolean> openClasses;
    private final List<Path> deliveries = new ArrayList<>();
    private final List<DemoItem> items = new ArrayList<>();
    private final Map<Planted, DemoItem> planted = new EnumMap<>(Planted.class);
    private final Map<Authority, Integer> lastDnr = new EnumMap<>(Authority.class);

    private DemoMunicipality(Path root, long seed, int factor) {
        this.root = root;
        this.seed = seed;
        this.factor = factor;
        this.papers = new PaperMaker(seed);
        this.openClasses = openClasses();
    }

    /**
     * Writes everything below a folder, which is made if it is not there; files of the same names are replaced.
     *
     * @param factor 1 for the demonstration, more for a larger municipality
     * @throws IOException if a file cannot be written; what was written until then stays
     */
    public static DemoFacts generate(Path folder, long seed, int factor) throws IOException {
        if (factor < 1) {
            throw new IllegalArgumentException("the factor is at least 1, not " + factor);
        }
        return new DemoMunicipality(folder, seed, factor).build();
    }

    /** The names of its authorities. */
    public static List<String> authorities() {
        return Stream.of(Authority.values()).map(Authority::title).toList();
    }

    /** The sample information plan as CSV, which the demonstration adopts. */
    public static byte[] samplePlan() {
        return Resources.bytes(SAMPLE_PLAN);
    }

    private DemoFacts build() throws IOException {
        Files.createDirectories(root);
        Files.write(root.resolve(DemoFacts.PLAN), Resources.bytes(SAMPLE_PLAN));
        Files.write(root.resolve(DemoFacts.PROVISIONS), Resources.bytes(SAMPLE_PROVISIONS));
        delivery("01-kommunstyrelsen", Authority.KS, DeliveryTable.swedishSemicolon());
        delivery("02-byggnadsnamnden", Authority.BN, DeliveryTable.englishTab());
        delivery("03-socialnamnden", Authority.SN, DeliveryTable.swedishWindows());
        delivery("04-barn-och-utbildning", Authority.BUN, DeliveryTable.swedishComma());
        delivery("05-lindhults-bostader", Authority.LB, DeliveryTable.englishComma());
        mails();
        withoutTable(schedule("none"));
        return new DemoFacts(root, seed, deliveries, items, MAILS_IN_MBOX * factor, planted);
    }

    /** The lines of the schedule for one authority, without its name. */
    private static List<String> schedule(String authority) {
        return Resources.lines("schedule.txt").stream()
                .filter(line -> line.startsWith(authority + " "))
                .map(line -> line.substring(authority.length() + 1))
                .toList();
    }

    private void delivery(String name, Authority authority, DeliveryTable table) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        deliveries.add(folder);
        List<DemoItem> rows = papers(folder, authority, schedule(authority.name()), table.swedish());
        table.write(folder, rows);
        items.addAll(rows);
    }

    private List<DemoItem> papers(Path folder, Authority authority, List<String> lines, boolean swedish)
            throws IOException {
        List<DemoItem> rows = new ArrayList<>();
        PaperMaker.Case matter = papers.matter(authority, papers.kind(PaperKind.SHORT), 0);
        for (int round = 0; round < factor; round++) {
            for (String line : lines) {
                List<String> words = List.of(line.split(" ", -1));
                PaperKind kind = papers.kind(words.get(0));
                if (!words.contains("same")) {
                    matter = papers.matter(authority, kind, nextDnr(authority));
                }
                int number = items.size() + rows.size();
                PaperMaker.Plan plan = papers.plan(number, kind, FileForm.ofExtension(words.get(1)), matter);
                DemoItem item = item(folder, plan, rows.size() + 1, swedish);
                Planted[] special = round == 0 ? special(words, item) : new Planted[0];
                Files.write(folder.resolve(item.path()), papers.file(plan, special));
                rows.add(item);
            }
        }
        return rows;
    }

    private Planted[] special(List<String> words, DemoItem item) {
        List<Planted> special = new ArrayList<>();
        for (Planted word : Planted.values()) {
            if (words.contains(word.name())) {
                special.add(word);
                planted.put(word, item);
            }
        }
        return special.toArray(new Planted[0]);
    }

    private int nextDnr(Authority authority) {
        int last = lastDnr.getOrDefault(authority, FIRST_DNR);
        int next = last + 1 + Dice.of(seed, "dnr " + authority, last).below(7);
        lastDnr.put(authority, next);
        return next;
    }

    private DemoItem item(Path folder, PaperMaker.Plan plan, int place, boolean swedish) {
        PaperKind kind = plan.kind();
        String path = String.format(Locale.ROOT, "%03d-", place) + Swedish.fileName(plan.title()) + "."
                + plan.form().extension();
        return new DemoItem(
                folder.getFileName().toString(),
                path,
                plan.title(),
                plan.matter().dnr(),
                plan.date(),
                swedish ? kind.direction().swedish() : kind.direction().english(),
                kind.type(),
                plan.matter().authority().title(),
                plan.counterparty(),
                plan.matter().title(),
                kind.classCode(),
                kind.restriction(),
                kind.publish(),
                openness(kind.classCode(), kind.restriction()));
    }

    private DemoItem.Expected openness(String classCode, String restriction) {
        if (!restriction.isEmpty()) {
            return DemoItem.Expected.RESTRICTED;
        }
        return openClasses.getOrDefault(classCode, false) ? DemoItem.Expected.OPEN : DemoItem.Expected.UNDECIDED;
    }

    private static Map<String, Boolean> openClasses() {
        Map<String, Boolean> open = new LinkedHashMap<>();
        for (String line : Resources.lines(SAMPLE_PLAN)) {
            List<String> cells = CsvLine.split(line);
            open.put(cells.get(0), cells.get(2).equals("open"));
        }
        return open;
    }

    private void mails() throws IOException {
        MailMaker maker = new MailMaker(papers, seed, 3);
        Path loose = Files.createDirectories(root.resolve("06-e-post"));
        Path box = Files.createDirectories(root.resolve("07-brevlada"));
        List<DemoItem> rows = new ArrayList<>();
        int thread = 0;
        while (rows.size() < MAILS_LOOSE * factor) {
            MailMaker.Exchange mails = maker.thread(thread);
            for (Letter letter : mails.letters()) {
                rows.add(mail(loose, thread, mails, letter, rows.size() + 1));
            }
            thread++;
        }
        DeliveryTable.swedishSemicolon().write(loose, rows);
        List<Letter> boxed = new ArrayList<>();
        while (boxed.size() < MAILS_IN_MBOX * factor) {
            boxed.addAll(maker.thread(thread).letters());
            thread++;
        }
        mbox(box, boxed);
        deliveries.add(loose);
        deliveries.add(box);
        items.addAll(rows);
    }

    private DemoItem mail(Path folder, int thread, MailMaker.Exchange mails, Letter letter, int place)
            throws IOException {
        String restriction = thread == RESTRICTED_THREAD ? "OSL 21:1" : "";
        DemoItem row = row(mails, letter);
        String path = String.format(Locale.ROOT, "%03d-", place) + row.path();
        DemoItem item = row.at(folder.getFileName().toString(), path)
                .marked(restriction, openness(mails.classCode(), restriction));
        Letter sent = letter;
        boolean word = letter.attachments().stream().anyMatch(a -> a.name().endsWith(".docx"))
                && !planted.containsKey(Planted.IN_MAIL_ATTACHMENT)
                && restriction.isEmpty();
        if (word) {
            planted.put(Planted.IN_MAIL_ATTACHMENT, item);
            sent = withPlantedAttachment(letter, mails.matter());
        }
        Files.write(folder.resolve(item.path()), MailForm.write(sent));
        return item;
    }

    /** The row of a mail, before it is known where it lies; marked with nothing. */
    static DemoItem row(MailMaker.Exchange mails, Letter letter) {
        boolean in = letter.to().address().endsWith("lindhult.example");
        return new DemoItem(
                "",
                Swedish.fileName(letter.subject()) + ".eml",
                letter.subject(),
                mails.matter().dnr(),
                letter.sent().toLocalDate(),
                in ? Direction.IN.swedish() : Direction.OUT.swedish(),
                "E-post",
                mails.matter().authority().title(),
                in ? letter.from().name() : letter.to().name(),
                mails.matter().title(),
                mails.classCode(),
                "",
                false,
                DemoItem.Expected.UNDECIDED);
    }

    private Letter withPlantedAttachment(Letter letter, PaperMaker.Case matter) {
        PaperMaker.Plan plan = papers.plan(9_000_000, papers.kind("tjänsteskrivelse"), FileForm.DOCX, matter);
        Letter.Attachment attachment = new Letter.Attachment(
                letter.attachments().getFirst().name(),
                FileForm.DOCX.mediaType(),
                papers.file(plan, Planted.IN_MAIL_ATTACHMENT));
        return letter.withAttachments(List.of(attachment));
    }

    private void mbox(Path folder, List<Letter> letters) throws IOException {
        List<Letter> boxed = new ArrayList<>(letters);
        // "From" is also Swedish clerks' short for "from and including": the one word an mbox must quote.
        Letter first = letters.getFirst();
        boxed.set(
                0,
                first.withPlainText(Planted.IN_MBOX.sentence() + "\nFrom 1 mars gäller nya tider.\n" + first.text()));
        Files.write(folder.resolve("registrator.mbox"), MboxForm.write(boxed));
        String name = folder.getFileName().toString();
        LocalDate day = first.sent().toLocalDate();
        planted.put(Planted.IN_MBOX, DemoItem.untold(name, "registrator.mbox", first.subject(), day));
    }

    private void withoutTable(List<String> lines) throws IOException {
        Path folder = Files.createDirectories(root.resolve("08-utan-tabell"));
        deliveries.add(folder);
        for (DemoItem item : papers(folder, Authority.KS, lines, true)) {
            items.add(DemoItem.untold(item.delivery(), item.path(), "", item.date()));
        }
    }
}
