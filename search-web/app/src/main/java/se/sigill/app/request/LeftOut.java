package se.sigill.app.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.StoredRecords;
import se.sigill.core.access.Target;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.PartFact;
import se.sigill.core.request.Wording;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.formats.part.Withholding;

/**
 * What can be left out of a copy of a record, and how it is named to who asks: parts of a mail by their number, for
 * their names may be what is secret, and pages of a PDF.
 */
public final class LeftOut {
    private static final String MAIL = "message/rfc822";
    private static final String PDF = "application/pdf";

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})(?:-([0-9]{1,6}))?");

    private final List<Part> parts;
    private final int pages;

    /**
     * A part of a mail.
     *
     * @param number of the attachment, from 1; 0 for what is the mail's own text
     * @param name as the sender gave it; may be empty
     */
    public record Part(String path, int number, String name, String mime, long sizeBytes) {
        public String target() {
            return new Target.Part(path).text();
        }

        public boolean isText() {
            return number == 0;
        }
    }

    private LeftOut(List<Part> parts, int pages) {
        this.parts = List.copyOf(parts);
        this.pages = pages;
    }

    public static LeftOut of(OpenArchive archive, CatalogueRecord record) {
        Optional<FileFact> original = record.description().original();
        String mime = original.map(file -> file.format().mime()).orElse("");
        return switch (mime) {
            case MAIL -> new LeftOut(parts(original.get().parts()), 0);
            case PDF -> new LeftOut(List.of(), pages(archive, record));
            default -> new LeftOut(List.of(), 0);
        };
    }

    /** Bodies, attachments, and what lies in attached mails; not what lies in other files. */
    private static List<Part> parts(List<PartFact> facts) {
        Set<String> mails = facts.stream()
                .filter(fact -> fact.format().mime().equals(MAIL))
                .map(PartFact::path)
                .collect(Collectors.toSet());
        Set<String> all = facts.stream().map(PartFact::path).collect(Collectors.toSet());
        List<Part> parts = new ArrayList<>();
        int number = 0;
        for (PartFact fact : facts) {
            if (isReached(fact.path(), all, mails)) {
                boolean text = fact.name().isEmpty() && fact.format().mime().startsWith("text/");
                number += text ? 0 : 1;
                parts.add(new Part(
                        fact.path(),
                        text ? 0 : number,
                        fact.name(),
                        fact.format().mime(),
                        fact.sizeBytes()));
            }
        }
        return parts;
    }

    /** Whether everything that the part lies in, and that is a file, is a mail. */
    private static boolean isReached(String path, Set<String> all, Set<String> mails) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            String outer = path.substring(0, dot);
            if (all.contains(outer) && !mails.contains(outer)) {
                return false;
            }
        }
        return true;
    }

    private static int pages(OpenArchive archive, CatalogueRecord record) {
        return new StoredRecords(archive.archive().store())
                .text(record.id(), record.description().version()).parts().stream()
                        .filter(part -> part.path().equals("0"))
                        .map(TextPart::pages)
                        .flatMap(List::stream)
                        .mapToInt(TextPage::number)
                        .max()
                        .orElse(0);
    }

    /** Of a mail; empty for other files. */
    public List<Part> parts() {
        return parts;
    }

    /** Of a PDF; 0 for other files. */
    public int pages() {
        return pages;
    }

    /** Whether anything can be left out of it. */
    public boolean isPossible() {
        return parts.size() > 1 || pages > 1;
    }

    /**
     * Pages as they are typed, {@code 3, 5-7}.
     *
     * @return as targets, in order; empty if it cannot be read so
     */
    public static Optional<List<String>> typed(String text) {
        SortedSet<Integer> pages = new TreeSet<>();
        for (String piece : text.replaceAll("\\s*[-–]\\s*", "-").split("[,;\\s]+")) {
            if (piece.isEmpty()) {
                continue;
            }
            Matcher range = RANGE.matcher(piece);
            if (!range.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (first < 1 || last < first || last - first >= Withholding.NAMED_MAX) {
                return Optional.empty();
            }
            for (int page = first; page <= last; page++) {
                pages.add(page);
            }
        }
        return Optional.of(
                pages.stream().map(page -> new Target.Page(page).text()).toList());
    }

    /** Why these cannot be left out of the record; empty if they can. */
    Optional<Wording> wrong(List<String> withheld) {
        if (!isPossible()) {
            return Optional.of(new Wording(
                    "Delar kan bara utelämnas ur e-post med bilagor och ur PDF med flera sidor. Lämna ut eller avslå"
                            + " hela handlingen.",
                    "Parts can be left out only of mail with attachments and of PDF with several pages. Release or"
                            + " refuse the whole record."));
        }
        if (withheld.size() > Withholding.NAMED_MAX) {
            return Optional.of(new Wording(
                    "Det är för många delar att utelämna: högst " + Withholding.NAMED_MAX + ".",
                    "Too many parts to leave out: at most " + Withholding.NAMED_MAX + "."));
        }
        for (String each : withheld) {
            boolean known =
                    switch (target(each)) {
                        case Target.Part(String path) -> part(path).isPresent();
                        case Target.Page(int page) -> page <= pages;
                        default -> false;
                    };
            if (!known) {
                return Optional.of(
                        pages > 0
                                ? new Wording(
                                        "Handlingen har " + pages + " sidor. Skriv sidnummer från 1 till " + pages
                                                + ", till exempel 3, 5-7.",
                                        "The record has " + pages + " pages. Write page numbers from 1 to " + pages
                                                + ", such as 3, 5-7.")
                                : new Wording(
                                        "Handlingen har ingen sådan del. Välj bland dem som visas.",
                                        "The record has no such part. Choose among those shown."));
            }
        }
        boolean nothingLeft = pages > 0
                ? Set.copyOf(withheld).size() >= pages
                : parts.stream().map(Part::target).allMatch(withheld::contains);
        return nothingLeft
                ? Optional.of(
                        new Wording("Då blir inget kvar. Välj Lämnas inte ut.", "Then nothing is left. Choose Refuse."))
                : Optional.empty();
    }

    private static Target target(String text) {
        try {
            return Target.parse(text);
        } catch (IllegalArgumentException e) {
            return new Target.Whole();
        }
    }

    private Optional<Part> part(String path) {
        return parts.stream().filter(part -> part.path().equals(path)).findFirst();
    }

    /** The parts and pages in words: {@code bilaga 2}, {@code sidorna 3, 5–7}. Tells no name. */
    public String said(List<String> withheld, boolean english) {
        RequestWords words = RequestWords.in(english ? "en" : "sv");
        Set<String> said = new LinkedHashSet<>();
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String each : withheld) {
            switch (target(each)) {
                case Target.Part(String path) -> said.add(part(path, words));
                case Target.Page(int page) -> numbers.add(page);
                default -> said.add(each);
            }
        }
        if (!numbers.isEmpty()) {
            said.add((numbers.size() == 1 ? words.say("sidan ", "page ") : words.say("sidorna ", "pages "))
                    + ranges(numbers));
        }
        return String.join(", ", said);
    }

    private String part(String path, RequestWords words) {
        return part(path)
                .map(part -> part.isText()
                        ? words.say("meddelandets text", "the text of the message")
                        : words.say("bilaga ", "attachment ") + part.number())
                .orElse(words.say("del ", "part ") + path);
    }

    private static String ranges(SortedSet<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        int first = 0;
        int last = -1;
        for (int number : numbers) {
            if (number != last + 1) {
                add(ranges, first, last);
                first = number;
            }
            last = number;
        }
        add(ranges, first, last);
        return String.join(", ", ranges);
    }

    private static void add(List<String> ranges, int first, int last) {
        if (last >= first) {
            ranges.add(first == last ? "" + first : last == first + 1 ? first + ", " + last : first + "–" + last);
        }
    }

    /** What a copy leaves out, with what stands in the place of each. */
    Withholding.What what(List<String> withheld, String provision, String number, boolean english) {
        RequestWords words = RequestWords.in(english ? "en" : "sv");
        SortedMap<String, String> ofParts = new TreeMap<>();
        SortedMap<Integer, String> ofPages = new TreeMap<>();
        for (String each : withheld) {
            String named = said(List.of(each), english);
            String text = Character.toUpperCase(named.charAt(0)) + named.substring(1)
                    + words.say(" är utelämnad enligt ", " is left out under ") + provision + ".\n"
                    + words.say("Se beslutet i ärende ", "See the decision in case ") + number + ".";
            switch (target(each)) {
                case Target.Part(String path) -> ofParts.put(path, text);
                case Target.Page(int page) -> ofPages.put(page, text);
                default -> {
                    // Nobody could decide so.
                }
            }
        }
        return ofPages.isEmpty() ? new Withholding.What.Parts(ofParts) : new Withholding.What.Pages(ofPages);
    }
}
