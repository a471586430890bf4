package se.sigill.engines.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.sigill.core.finding.Finding;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.formats.Extraction;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;
import se.sigill.formats.PartFacts;

/** What has been found in one file so far, and what may still be taken. Not for several threads. */
public final class PartSink {
    /** Characters of all parts: some 2,500 full pages. */
    private static final long TEXT_MAX = 5_000_000;

    /** More parts are a bomb, a backup, or a folder that should have been delivered as one. */
    private static final int PARTS_MAX = 2_000;

    /** A mail in a zip in a mail in a zip; deeper is a trick. */
    private static final int DEPTH_MAX = 8;

    /** Bytes of all parts together, and of any one. */
    private static final long UNPACKED_MAX = 512L << 20;

    private final String fileName;
    private final List<TextPart> texts = new ArrayList<>();
    private final List<PartFacts> facts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final TextBudget text = new TextBudget(TEXT_MAX);
    private long unpackedLeft = UNPACKED_MAX;
    private boolean partsLimitTold;

    public PartSink(String fileName) {
        this.fileName = fileName;
    }

    public TextBudget text() {
        return text;
    }

    public void add(PartFacts part, List<TextPage> pages) {
        facts.add(part);
        texts.add(new TextPart(part.path(), part.name(), part.mime(), pages));
    }

    /** Keeps the place of a part that is read after its children are known to follow it. */
    public int reserve(PartFacts part) {
        add(part, List.of());
        return facts.size() - 1;
    }

    /** Puts the pages and the facts of a reserved part. */
    public void fill(int place, PartFacts part, List<TextPage> pages) {
        facts.set(place, part);
        texts.set(place, new TextPart(part.path(), part.name(), part.mime(), pages));
    }

    public void find(FormatFinding code, String partPath, String message) {
        findings.add(Finding.of(code, where(partPath), message));
    }

    public void find(List<Finding> more, String partPath) {
        for (Finding finding : more) {
            findings.add(new Finding(finding.code(), finding.severity(), where(partPath), finding.message()));
        }
    }

    private String where(String partPath) {
        return partPath.equals(PartTree.ROOT) ? fileName : fileName + "#" + partPath;
    }

    /** Whether one more part may be opened at this depth; says so once if not. */
    public boolean mayOpen(String partPath, int depth) {
        if (depth > DEPTH_MAX) {
            find(FormatFinding.DEPTH_LIMIT, partPath, "parts nested deeper than " + DEPTH_MAX + " were not read");
            return false;
        }
        if (facts.size() >= PARTS_MAX) {
            if (!partsLimitTold) {
                find(
                        FormatFinding.PARTS_LIMIT,
                        PartTree.ROOT,
                        "more than " + PARTS_MAX + " parts; the rest was not read");
                partsLimitTold = true;
            }
            return false;
        }
        return unpackedLeft > 0;
    }

    public long unpackedLeft() {
        return unpackedLeft;
    }

    /** Counts bytes of a part. */
    public void unpacked(long bytes) {
        unpackedLeft -= bytes;
    }

    public void bomb(String partPath) {
        find(
                FormatFinding.BOMB,
                partPath,
                "unpacks to more than " + (UNPACKED_MAX >> 20) + " MiB; the rest was not read");
        unpackedLeft = 0;
    }

    /** Everything found, the whole. */
    public Extraction extraction(Identification identification) {
        if (text.spent()) {
            find(
                    FormatFinding.TEXT_LIMIT,
                    PartTree.ROOT,
                    String.format(Locale.ROOT, "more than %,d characters; the rest was left out", TEXT_MAX));
        }
        return new Extraction(identification, new ExtractedText(texts), facts, findings);
    }
}
