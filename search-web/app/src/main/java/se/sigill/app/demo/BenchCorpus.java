package se.sigill.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Large corpora of the same kinds of papers and mails as the demonstration, made from a seed on all processors.
 *
 * @param root the folder that holds it
 * @param deliveries folders to deposit, each with a {@code leverans.csv}
 * @param records how many records a deposit of all of them makes
 * @param sizeBytes the sum of the files' sizes, the tables not counted
 */
public record BenchCorpus(Path root, List<Path> deliveries, int records, long sizeBytes) {
    private static final int FILES_PER_FOLDER = 1000;
    private static final int MAIL_WITH_ATTACHMENT_EVERY = 5;
    private static final int BLOCK_BYTES = 1 << 20;

    public BenchCorpus {
        deliveries = List.copyOf(deliveries);
    }

    /** Papers of all kinds and forms in one delivery and mails, every fifth with an attachment, in another. */
    public static BenchCorpus mixed(Path folder, long seed, int papers, int mails) throws IOException {
        PaperMaker maker = new PaperMaker(seed);
        Corpus documents = new Corpus(folder.resolve("dokument"), papers);
        List<String> schedule = Resources.lines("schedule.txt").stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("none"))
                .toList();
        documents.fill(i -> {
            List<String> words = List.of(schedule.get(i % schedule.size()).split(" ", -1));
            PaperKind kind = maker.kind(words.get(1));
            Authority authority = Authority.valueOf(words.get(0));
            PaperMaker.Case matter = maker.matter(authority, kind, i + 1);
            return paper(maker, maker.plan(i, kind, FileForm.ofExtension(words.get(2)), matter));
        });
        Corpus letters = new Corpus(folder.resolve("e-post"), mails);
        MailMaker mail = new MailMaker(maker, seed, MAIL_WITH_ATTACHMENT_EVERY);
        letters.fillThreads(mail);
        return new BenchCorpus(
                folder,
                List.of(documents.folder, letters.folder),
                papers + mails,
                documents.size.sum() + letters.size.sum());
    }

    /** Text files of about two kilobytes, a thousand to a folder, in as many deliveries as the limit asks for. */
    public static BenchCorpus small(Path folder, long seed, int records, int perDelivery) throws IOException {
        PaperMaker maker = new PaperMaker(seed);
        PaperKind kind = maker.kind(PaperKind.SHORT);
        List<Authority> authorities = List.of(Authority.values());
        List<Path> deliveries = new ArrayList<>();
        long bytes = 0;
        for (int start = 0; start < records; start += perDelivery) {
            int first = start;
            Corpus corpus = new Corpus(
                    folder.resolve(String.format(Locale.ROOT, "leverans-%03d", start / perDelivery + 1)),
                    Math.min(perDelivery, records - start));
            corpus.fill(i -> {
                int number = first + i;
                Authority authority = authorities.get(number % authorities.size());
                PaperMaker.Case matter = maker.matter(authority, kind, number + 1);
                return paper(maker, maker.plan(number, kind, FileForm.TXT, matter));
            });
            deliveries.add(corpus.folder);
            bytes += corpus.size.sum();
        }
        return new BenchCorpus(folder, deliveries, records, bytes);
    }

    /**
     * Queries as people write them against small records: a diary number, a property, a person, words, a phrase.
     *
     * @param seed of the records
     */
    public static List<String> queries(long seed, int count) {
        PaperMaker maker = new PaperMaker(seed);
        PaperKind kind = maker.kind(PaperKind.SHORT);
        List<Authority> authorities = List.of(Authority.values());
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Dice dice = Dice.of(seed, "query", i);
            int number = dice.below(Math.max(1, 2 * count));
            PaperMaker.Case matter = maker.matter(authorities.get(number % authorities.size()), kind, number + 1);
            List<String> words = List.of(matter.title().split(" ", -1));
            queries.add(
                    switch (i % 5) {
                        case 0 -> matter.dnr();
                        case 1 -> matter.words().getOrDefault("fastighet", "Lindhult");
                        case 2 -> matter.words().getOrDefault("motpart", "registrator");
                        case 3 -> dice.pick(words) + " " + dice.pick(words);
                        default ->
                            '"'
                                    + String.join(" ", words.subList(0, Math.min(3, words.size())))
                                            .replace("\"", "")
                                    + '"';
                    });
        }
        return queries;
    }

    /** A file of the given size that cannot be compressed and has no two equal blocks. It is not fsynced. */
    public static Path large(Path file, long seed, long sizeBytes) throws IOException {
        Dice dice = Dice.of(seed, "large", sizeBytes);
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long left = sizeBytes; left > 0; left -= BLOCK_BYTES) {
                block.clear();
                while (block.hasRemaining()) {
                    block.putLong(dice.next());
                }
                block.flip().limit((int) Math.min(left, BLOCK_BYTES));
                while (block.hasRemaining()) {
                    out.write(block);
                }
            }
        }
        return file;
    }

    private static Made paper(PaperMaker maker, PaperMaker.Plan plan) {
        PaperKind kind = plan.kind();
        DemoItem item = new DemoItem(
                "",
                Swedish.fileName(plan.title()) + "." + plan.form().extension(),
                plan.title(),
                plan.matter().dnr(),
                plan.date(),
                kind.direction().swedish(),
                kind.type(),
                plan.matter().authority().title(),
                plan.counterparty(),
                plan.matter().title(),
                kind.classCode(),
                kind.restriction(),
                kind.publish(),
                DemoItem.Expected.UNDECIDED);
        return new Made(item, maker.file(plan));
    }

    /** A file that was made, and its row. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Made(DemoItem item, byte[] content) {}

    /** How the file with a number is made. */
    private interface Maker {
        Made make(int number);
    }

    /** One delivery being written: files in folders of a thousand, rows in their order. */
    private static final class Corpus {
        private final Path folder;
        private final DemoItem[] rows;
        private final LongAdder size = new LongAdder();

        Corpus(Path folder, int count) throws IOException {
            this.folder = Files.createDirectories(folder);
            this.rows = new DemoItem[count];
            for (int i = 0; i * FILES_PER_FOLDER < count; i++) {
                Files.createDirectories(folder.resolve(subfolder(i * FILES_PER_FOLDER)));
            }
        }

        void fill(Maker maker) throws IOException {
            IntStream.range(0, rows.length).parallel().forEach(i -> put(i, maker.make(i)));
            DeliveryTable.swedishSemicolon().write(folder, Arrays.asList(rows));
        }

        void fillThreads(MailMaker maker) throws IOException {
            int threads = 0;
            while (MailMaker.firstLetter(threads) < rows.length) {
                threads++;
            }
            IntStream.range(0, threads).parallel().forEach(i -> {
                MailMaker.Exchange thread = maker.thread(i);
                int first = MailMaker.firstLetter(i);
                int last = Math.min(first + thread.letters().size(), rows.length);
                for (int at = first; at < last; at++) {
                    Letter letter = thread.letters().get(at - first);
                    put(at, new Made(DemoMunicipality.row(thread, letter), MailForm.write(letter)));
                }
            });
            DeliveryTable.swedishSemicolon().write(folder, Arrays.asList(rows));
        }

        private void put(int number, Made made) {
            String path = subfolder(number) + "/" + String.format(Locale.ROOT, "%06d-", number) + made.item.path();
            try {
                Files.write(folder.resolve(path), made.content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            size.add(made.content.length);
            rows[number] = made.item.at(folder.getFileName().toString(), path);
        }

        private static String subfolder(int number) {
            return String.format(Locale.ROOT, "%03d", number / FILES_PER_FOLDER);
        }
    }
}
