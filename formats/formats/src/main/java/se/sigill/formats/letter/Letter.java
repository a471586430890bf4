package se.sigill.formats.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A letter of an authority, as it is to be read.
 *
 * @param language of all its text
 * @param title also of the PDF; has a letter or a digit
 * @param authority who writes, above the title; has a letter or a digit
 * @param diaryNumber may be empty
 * @param date of the letter, and the only time in the PDF: the same letter gives the same bytes
 * @param blocks from top to bottom; may be empty
 * @param footer at the foot of every page beside its number; may be empty
 */
public record Letter(
        Language language,
        String title,
        String authority,
        String diaryNumber,
        LocalDate date,
        List<Block> blocks,
        String footer) {
    /** Of all text together: fifty dense pages, and below what a worker takes as one job. */
    public static final int CHARACTERS_MAX = 120_000;

    /** Headings, paragraphs, items, facts and cells together. */
    public static final int PIECES_MAX = 20_000;

    /** Of title, authority, diary number and footer each: they stand on one or two lines. */
    public static final int LINE_CHARACTERS_MAX = 400;

    /** The languages that the fixed words of a letter are there in. */
    public enum Language {
        SV,
        EN;

        /** BCP 47. */
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Letter {
        blocks = List.copyOf(blocks);
        if (!isReadable(title) || !isReadable(authority)) {
            throw new IllegalArgumentException("a letter has a title and an authority");
        }
        int level = 0;
        for (Block block : blocks) {
            if (block instanceof Block.Heading(int next, String text) && !text.isBlank()) {
                if (next > level + 1) {
                    throw new IllegalArgumentException("a heading of level " + next + " below one of level " + level);
                }
                level = next;
            }
        }
    }

    private static boolean isReadable(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Which limit the letter is beyond, in words for people; empty if it can be made. */
    public Optional<String> beyondLimit() {
        if (Stream.of(title, authority, diaryNumber, footer).anyMatch(line -> line.length() > LINE_CHARACTERS_MAX)) {
            return Optional.of("title, authority, diary number and footer have at most " + LINE_CHARACTERS_MAX
                    + " characters each");
        }
        long pieces = blocks.size() + texts().count();
        if (pieces > PIECES_MAX) {
            return Optional.of(pieces + " paragraphs, items and cells, at most " + PIECES_MAX);
        }
        long characters = texts().mapToLong(String::length).sum();
        if (characters > CHARACTERS_MAX) {
            return Optional.of(characters + " characters, at most " + CHARACTERS_MAX);
        }
        return Optional.empty();
    }

    /** All text in the order it is read, that of the footer last. */
    public Stream<String> texts() {
        return Stream.concat(
                Stream.concat(
                        Stream.of(authority, diaryNumber, title),
                        blocks.stream().flatMap(Letter::texts)),
                Stream.of(footer));
    }

    private static Stream<String> texts(Block block) {
        return switch (block) {
            case Block.Heading heading -> Stream.of(heading.text());
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.Quote quote -> Stream.of(quote.text());
            case Block.Facts facts -> facts.facts().stream().flatMap(fact -> Stream.of(fact.label(), fact.value()));
            case Block.ListOf list -> list.items().stream();
            case Block.Table table ->
                Stream.concat(
                        Stream.of(table.caption()),
                        Stream.concat(
                                table.headers().stream(), table.rows().stream().flatMap(List::stream)));
            case Block.PageBreak page -> Stream.empty();
        };
    }
}
