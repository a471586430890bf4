package se.sigill.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.demo.DemoFacts;
import se.sigill.app.demo.DemoMunicipality;
import se.sigill.app.demo.Planted;
import se.sigill.app.wiring.Engines;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.formats.Engine;

/** {@code sigill demo}: a small municipality, from delivery to proof, by the same commands that people type. */
@Command(
        name = "demo",
        description =
                "Deliver a sample municipality, make it last, seal, search, check and verify it; say what to try.")
final class Demo implements Callable<Integer> {
    private static final List<String> PEOPLE = List.of("arkivarie", "registrator", "provare", "granskare", "tillsyn");

    /** What copies cost in the sample municipality: paper from the tenth page on; what is fetched is free. */
    private static final String TARIFF = """
            row,form,format,unit,free,first_ore,next_ore,group,valid_from,valid_to,source,verified
            price,paper,A4,page,9,5000,200,,2020-01-01,,KF 2019 § 98,yes
            price,carrier,USB,medium,0,4500,4500,,2020-01-01,,KF 2019 § 98,yes
            postage,,,,3,2200,,,2020-01-01,,KF 2019 § 98,yes
            """;

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--install", description = "install missing format engines with apt-get (needs root)")
    private boolean install;

    private final List<String> failed = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home place = home.home();
        engines();
        Path sample = Files.createDirectories(place.work().resolve("demo"));
        DemoFacts facts = DemoMunicipality.generate(sample, DemoMunicipality.SEED, 1);
        print.say("Lindhults kommun: " + facts.records() + " documents and mails in " + facts.root() + "\n");
        if (!place.exists()) {
            step(place, "init", "--name", "arkiv.lindhult.example", "--authority", "Kommunstyrelsen");
            step(place, "adopt", "plan", facts.informationPlan().toString());
            people(place, sample);
        }
        step(place, "serve");
        deposit(place, facts);
        step(place, "renew", "--brief");
        step(place, "seal");
        print.say("# a word that stands on one page of a PDF alone, and one in an attachment of a mail");
        step(place, "search", "--limit", "3", Planted.ON_PDF_PAGE_3.word());
        step(place, "search", "--limit", "3", Planted.IN_MAIL_ATTACHMENT.word());
        print.say("# one that stands in a restricted record: the public finds nothing, and no trace of it");
        step(place, "search", "--limit", "3", "--public", Planted.IN_RESTRICTED.word());
        step(place, "check");
        Path trust = place.root().resolve("trust.txt");
        step(place, "keys", "trust", "--out", trust.toString());
        verify(place, trust);
        step(place, "publish");
        step(place, "status");
        farewell(place);
        return failed.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void deposit(Home place, DemoFacts facts) {
        List<String> words = new ArrayList<>(List.of("deposit", "--system", "lindhult", "--brief"));
        facts.deliveries().forEach(delivery -> words.add(delivery.toString()));
        step(place, words.toArray(String[]::new));
    }

    /** Five who work there, each with a role of the boards that deliver, and what answering requests takes. */
    private void people(Home place, Path sample) throws IOException {
        List<String> lines = new ArrayList<>(List.of("account,authority,role"));
        List<String> boards = new ArrayList<>(List.of("authority,address,email,county"));
        List<String> delegations = new ArrayList<>(List.of("account,authority,decisions,from,until,reference"));
        for (String authority : DemoMunicipality.authorities()) {
            lines.add("arkivarie," + authority + ",archivist");
            lines.add("registrator," + authority + ",registrar");
            lines.add("provare," + authority + ",decision-maker");
            lines.add("granskare," + authority + ",decision-maker");
            boards.add(authority + ",\"Box 1, 123 45 Lindhult\",registrator@lindhult.example,Skåne");
            for (String person : List.of("provare", "granskare")) {
                delegations.add(person + "," + authority
                        + ",refuse fee dismiss-appeal,2020-01-01,,Delegationsordning 2020 § 4");
            }
        }
        lines.add("tillsyn,Kommunstyrelsen,inspector");
        Path roles = Files.write(sample.resolve("roller.csv"), lines);
        step(place, "adopt", "roles", roles.toString());
        step(
                place,
                "adopt",
                "boards",
                Files.write(sample.resolve("myndigheter.csv"), boards).toString());
        Path delegated = Files.write(sample.resolve("delegationer.csv"), delegations);
        step(place, "adopt", "delegations", delegated.toString());
        Path fees = Files.writeString(sample.resolve("taxa.csv"), TARIFF);
        step(place, "adopt", "fees", fees.toString());
        for (String name : PEOPLE) {
            step(place, "account", "add", name);
        }
    }

    private void engines() throws IOException, InterruptedException {
        for (Engine engine : Engines.all()) {
            if (!engine.available() && !engine.howToInstall().isEmpty()) {
                print.say(engine.name() + " is not installed (" + engine.purpose()
                        + "). Until it is, office files get a"
                        + " content rendition\nand a gap that closes by itself. It comes with: " + engine.howToInstall()
                        + "\n");
                if (install) {
                    int exit = new ProcessBuilder("sh", "-c", engine.howToInstall())
                            .inheritIO()
                            .start()
                            .waitFor();
                    print.say(exit == 0 ? "Installed." : "The installation failed with exit code " + exit + ".");
                }
            }
        }
    }

    /** Runs one command as a person would, and shows it. */
    private void step(Home place, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        run(place, all, true);
    }

    private void verify(Home place, Path trust) {
        run(place, List.of("verify", "--trust", trust.toString(), place.root().toString()), false);
    }

    private void run(Home place, List<String> words, boolean withHome) {
        print.say("$ sigill " + String.join(" ", words));
        List<String> all = new ArrayList<>(words);
        if (withHome) {
            all.add(1, "--home");
            all.add(2, place.root().toString());
        }
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int exit = Sigill.run(out, out, all.toArray(String[]::new));
        out.flush();
        print.say(text.toString().indent(2));
        print.out().flush();
        if (exit != ExitCode.OK && exit != ExitCode.PARTLY) {
            failed.add(words.getFirst());
            print.say("  exit code " + exit + "\n");
        }
    }

    private void farewell(Home place) {
        String at = " --home " + place.root();
        ArchiveConfig.Servers servers = ConfigReader.read(place.config()).servers();
        String open = servers.open().address();
        String staff = servers.staff().address();
        print.say("Try next, in a browser (each certificate is self-made, so it warns once):");
        print.say("  " + open + "sv/sok?q=bygglov        what anyone may see; a hit leads to its page");
        print.say("  " + open + "sv/diarium              the register day by day, with notices of what is not shown");
        print.say("  " + open + "sv/begar                ask for a document without a name; follow it by the code");
        print.say("  " + staff + "sv/                     the place of work: log in as arkivarie, registrator, provare,"
                + " granskare\n    or tillsyn with the password printed above once, and the code that this prints:");
        print.say("      ./sigill account" + at + " code arkivarie");
        print.say(
                "  there: deliver a file, mark a record as restricted, search for it in the open site; answer what was"
                        + "\n    asked there: a refusal is written by provare and read by granskare\n");
        print.say("and here; the server does what is typed:");
        print.say("  ./sigill search" + at + " bygglov altan          words, compounds and snippets with page");
        print.say("  ./sigill gaps" + at + "                          what waits, and for what");
        print.say("  ./sigill export" + at + " --out /tmp/out --proof ID  a record with its evidence, and proofs");
        print.say("  ./sigill log" + at + " | less                     every act");
        if (!failed.isEmpty()) {
            print.say("\nThese steps failed: " + String.join(", ", failed));
        }
    }
}
