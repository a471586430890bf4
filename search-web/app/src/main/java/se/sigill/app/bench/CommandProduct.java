package se.sigill.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.sigill.app.demo.DemoMunicipality;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;

/**
 * The archive driven by its command line, in this process: what a person types is what is measured. {@code deposit}
 * returns when its records are committed; when the receipt stood is told by {@code receiptMillis} in its summary line,
 * and without that the whole time counts.
 */
public final class CommandProduct implements Product {
    private static final List<Integer> FINE = List.of(0, 2, 3);

    private final Commands commands;
    private final Searcher.Opener opener;
    private final Path home;
    private Optional<Searcher> searcher = Optional.empty();
    private int waiting;

    /** The program: words in, lines and an exit code out. */
    @FunctionalInterface
    public interface Commands {
        int run(PrintWriter out, PrintWriter err, String... words);
    }

    /** An index that stays open between queries. */
    public interface Searcher extends AutoCloseable {
        /** How many records match; the first page of hits is read. */
        long search(String query);

        @Override
        void close();

        /** Opens the index of a home; no command runs while it is open. */
        @FunctionalInterface
        interface Opener {
            Searcher open(Path home);
        }
    }

    private CommandProduct(Commands commands, Searcher.Opener opener, Path home) {
        this.commands = commands;
        this.opener = opener;
        this.home = home;
    }

    /** Makes an archive by {@code init} and adopts the sample plan. */
    public static Product.Maker maker(Commands commands, Searcher.Opener opener) {
        return home -> {
            CommandProduct product = new CommandProduct(commands, opener, home);
            product.run("init", "--name", "bench.lindhult.example", "--authority", "Kommunstyrelsen");
            Path plan = home.resolve("bench-plan.csv");
            product.write(plan, DemoMunicipality.samplePlan());
            product.run("adopt", "plan", plan.toString());
            return product;
        };
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Handed deposit(List<Path> deliveries) {
        List<String> words = new ArrayList<>(List.of("--system", "bench"));
        deliveries.forEach(delivery -> words.add(delivery.toString()));
        long start = System.nanoTime();
        int items = 0;
        long receiptMillis = 0;
        for (Json.Obj line : run("deposit", words.toArray(new String[0]))) {
            items += line.optionalText("record").filter(id -> !id.isEmpty()).isPresent() ? 1 : 0;
            receiptMillis += line.integer("receiptMillis", 0);
        }
        waiting += items;
        double wall = (System.nanoTime() - start) / 1e9;
        return new Handed(items, receiptMillis == 0 ? wall : receiptMillis / 1e3);
    }

    @Override
    public int settle() {
        run("seal");
        int settled = waiting;
        waiting = 0;
        return settled;
    }

    @Override
    public int makeLast() {
        long before = renditions();
        run("renew");
        return (int) (renditions() - before);
    }

    @Override
    public long search(String query) {
        Searcher open = searcher.orElseGet(() -> opener.open(home));
        searcher = Optional.of(open);
        return open.search(query);
    }

    @Override
    public long check() {
        return run("check").stream().mapToLong(line -> line.integer("bytes", 0)).sum();
    }

    @Override
    public int rebuild() {
        return run("rebuild").stream()
                .mapToInt(line -> (int) line.integer("records", 0))
                .sum();
    }

    @Override
    public void open(String classCode) {
        String plan = new String(DemoMunicipality.samplePlan(), StandardCharsets.UTF_8)
                .replaceAll("(?m)^(" + Pattern.quote(classCode) + ",[^,]*),assess,no,", "$1,open,yes,");
        Path file = home.resolve("bench-plan-2.csv");
        write(file, plan.getBytes(StandardCharsets.UTF_8));
        run("adopt", "plan", file.toString());
    }

    @Override
    public Served serve() {
        close();
        return CommandServed.start(home, this::run);
    }

    /** Runs a command on this home and returns what it printed as JSON. */
    private List<Json.Obj> run(String command, String... words) {
        close();
        List<String> all = new ArrayList<>(List.of(command, "--home", home.toString(), "--json"));
        all.addAll(List.of(words));
        StringWriter printed = new StringWriter();
        StringWriter complaint = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        PrintWriter err = new PrintWriter(complaint);
        int exit = commands.run(out, err, all.toArray(new String[0]));
        out.flush();
        err.flush();
        if (!FINE.contains(exit)) {
            throw new ArchiveException.Refused("sigill " + command + " ended with " + exit + ": "
                    + complaint.toString().strip());
        }
        return printed.toString()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonReader.parse(line).asObject())
                .toList();
    }

    /** Files beside the originals: counted on disk, so that no wording of an output matters. */
    private long renditions() {
        try (Stream<Path> files = Files.walk(home.resolve("archive/ocfl"))) {
            return files.filter(path -> path.toString().contains("/representations/")
                            && !path.toString().contains("/representations/original/")
                            && Files.isRegularFile(path))
                    .count();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static ArchiveException failed(IOException e) {
        return new ArchiveException.StorageFailed("the bench cannot use its folder", e);
    }

    @Override
    public void close() {
        searcher.ifPresent(Searcher::close);
        searcher = Optional.empty();
    }
}
