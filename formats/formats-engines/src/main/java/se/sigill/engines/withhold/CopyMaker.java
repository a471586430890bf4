package se.sigill.engines.withhold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.part.PartCopy;
import se.sigill.formats.part.Withholding;
import se.sigill.formats.part.Withholding.What;

/** Makes one copy in part, and believes it only when nothing of what was left out is found in it. */
public final class CopyMaker {
    static final String OF_MAIL = "Sigill, mail in part 1";
    static final String OF_PDF = "Sigill, PDF in part 1";

    /** It is held in memory some times over, in a process that has some hundred MiB. */
    private static final long BYTES_MAX = 32L << 20;

    /** What was not read cannot be looked for. */
    private static final Set<FindingCode> UNREAD = Set.of(
            FormatFinding.TEXT_LIMIT,
            FormatFinding.PARTS_LIMIT,
            FormatFinding.DEPTH_LIMIT,
            FormatFinding.BOMB,
            FormatFinding.DAMAGED);

    private final Reading reading;
    private final MailMaking mails;
    private final PdfMaking pdfs;

    /** Reads files, sources and copies alike. */
    @FunctionalInterface
    public interface Reading {
        Extraction extract(FileInput file) throws IOException;
    }

    /** Puts words in the place of parts. */
    @FunctionalInterface
    interface MailMaking {
        byte[] make(byte[] mail, SortedMap<String, String> words) throws NotCopied, IOException;
    }

    /** Puts pages with words in the place of pages. */
    @FunctionalInterface
    interface PdfMaking {
        /** @param free whether something that is said beside the pages may go along */
        void make(PDDocument source, SortedMap<Integer, String> words, Predicate<String> free, Path out)
                throws NotCopied, IOException;
    }

    public CopyMaker(Reading reading) {
        this(reading, MailCopy::of, PdfCopy::make);
    }

    /** With makers that may leave something in: it is the search that is believed. */
    CopyMaker(Reading reading, MailMaking mails, PdfMaking pdfs) {
        this.reading = reading;
        this.mails = mails;
        this.pdfs = pdfs;
    }

    /** As {@link Withholding#withhold}. @throws IOException if the machine fails; a file may be left beside then */
    public PartCopy make(FileInput source, What what, Path target) throws IOException {
        // If we stop before the move, whoever asked removes what lies beside the target.
        Path unsearched = Withholding.unsearched(target);
        try {
            if (Files.size(source.path()) > BYTES_MAX) {
                throw NotCopied.unfit("it has more than " + (BYTES_MAX >> 20) + " MiB");
            }
            Extraction before = read(source);
            FileInput copy = new FileInput(unsearched, String.valueOf(target.getFileName()));
            Extraction after =
                    switch (what) {
                        case What.Parts(SortedMap<String, String> words) -> mail(source, before, words, copy);
                        case What.Pages(SortedMap<Integer, String> words) -> pdf(source, before, words, copy);
                    };
            Files.move(unsearched, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new PartCopy.Made(target, what instanceof What.Pages ? OF_PDF : OF_MAIL, after);
        } catch (NotCopied e) {
            Files.deleteIfExists(unsearched);
            return new PartCopy.NotMade(e.finding());
        } catch (RuntimeException e) {
            Files.deleteIfExists(unsearched);
            throw e;
        }
    }

    private Extraction read(FileInput file) throws NotCopied, IOException {
        Extraction read = reading.extract(file);
        for (Finding finding : read.findings()) {
            if (UNREAD.contains(finding.code())) {
                throw NotCopied.unfit("not all of it can be read: " + finding.message());
            }
        }
        return read;
    }

    private Extraction mail(FileInput source, Extraction before, SortedMap<String, String> words, FileInput copy)
            throws NotCopied, IOException {
        if (!before.identification().mime().equals("message/rfc822")) {
            throw NotCopied.unfit("it is no mail");
        }
        for (Finding finding : before.findings()) {
            String part = finding.where().substring(finding.where().lastIndexOf('#') + 1);
            if (finding.code() == FormatFinding.ENCRYPTED && !MailLeaf.isWithin(part, words.keySet())) {
                throw new NotCopied(FormatFinding.COPY_ENCRYPTED, "part " + part, "what would go along is encrypted");
            }
        }
        byte[] mail = Files.readAllBytes(source.path());
        byte[] made = mails.make(mail, words);
        Files.write(copy.path(), made);
        Extraction after = read(copy);
        MailSearch.of(mail, before, words).look(made, after);
        return after;
    }

    private Extraction pdf(FileInput source, Extraction before, SortedMap<Integer, String> words, FileInput copy)
            throws NotCopied, IOException {
        if (!before.identification().mime().equals("application/pdf")) {
            throw NotCopied.unfit("it is no PDF");
        }
        try (PDDocument pdf = Loader.loadPDF(source.path().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PdfSearch search = PdfSearch.of(pdf, words);
            pdfs.make(pdf, words, search::isFree, copy.path());
            Extraction after = read(copy);
            try (PDDocument made = Loader.loadPDF(copy.path().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
                search.look(made, copy.path(), after);
            }
            return after;
        } catch (InvalidPasswordException e) {
            throw new NotCopied(FormatFinding.COPY_ENCRYPTED, "", "the file is encrypted");
        }
    }
}
