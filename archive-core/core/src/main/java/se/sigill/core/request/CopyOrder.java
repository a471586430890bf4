package se.sigill.core.request;

import java.util.List;
import java.util.Optional;

/**
 * What is to be handed out, as far as a fee depends on it. Who asks and why is no part of it, nor is the time that
 * searching, assessing and redacting take: those are never charged.
 *
 * @param parts what is handed out; parts that fall under one row of the tariff are counted together
 * @param posted whether it is sent by post
 * @param exempt the group that the person said of their own accord to belong to
 */
public record CopyOrder(List<Part> parts, boolean posted, Optional<ExemptGroup> exempt) {
    /** No reply has more parts; it is released in batches long before. */
    public static final int PARTS_MAX = 10_000;

    public CopyOrder {
        parts = List.copyOf(parts);
        if (parts.size() > PARTS_MAX) {
            throw new IllegalArgumentException("an order has at most " + PARTS_MAX + " parts, not " + parts.size());
        }
    }

    /** An order that is fetched or read, of somebody who claims no exemption. */
    public static CopyOrder of(Part... parts) {
        return new CopyOrder(List.of(parts), false, Optional.empty());
    }

    /**
     * Copies in one form.
     *
     * @param format the paper ({@code A4}, {@code A3}, {@code A2+}) or the carrier ({@code USB}); may be empty
     * @param pages how many pages, however it is handed out
     * @param records how many records those pages are
     * @param media how many carriers they fill; 0 where there is none
     * @param quarterHours quarters of an hour of transcribing begun; 0 for anything but a transcript
     */
    public record Part(CopyForm form, String format, int pages, int records, int media, int quarterHours) {
        /** Far above any reply; a greater number is a slip of the pen. */
        public static final int COUNT_MAX = 1_000_000;

        public Part {
            for (int count : new int[] {pages, records, media, quarterHours}) {
                if (count < 0 || count > COUNT_MAX) {
                    throw new IllegalArgumentException("a part counts 0 to " + COUNT_MAX + ", not " + count);
                }
            }
            if (form != CopyForm.TRANSCRIPT && quarterHours > 0) {
                throw new IllegalArgumentException("working time is charged for a transcript alone");
            }
        }

        /** Pages on paper. */
        public static Part paper(String format, int pages) {
            return new Part(CopyForm.PAPER, format, pages, 1, 0, 0);
        }

        /** Records in digital form, scanned or not. */
        public static Part digital(CopyForm form, int pages, int records) {
            return new Part(form, "", pages, records, 0, 0);
        }

        int count(CopyUnit unit) {
            return switch (unit) {
                case PAGE -> pages;
                case RECORD -> records;
                case MEDIUM -> media;
                case QUARTER_HOUR -> quarterHours;
            };
        }
    }
}
