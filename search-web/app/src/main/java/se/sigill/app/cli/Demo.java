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
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.formats.Engine;

/** {@code sigill demo}: a small municipality, from delivery to proof, by the same commands that people type. */
@Command(
        name = "demo",
        description =
                "Deliver a sample municipality, make it last, seal, search, check and verify it; say what to try.")
final class Demo implements Callable<Integer> {
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
        if (place.exists()) {
            // Servers of an earlier run have the archive.
            step(place, "stop");
        } else {
            step(place, "init", "--name", "arkiv.lindhult.example", "--authority", "Kommunstyrelsen");
            step(place, "adopt", "plan", facts.informationPlan().toString());
        }
        deposit(place, facts);
        step(place, "renew", "--brief");
        step(place, "seal");
        step(place, "search", "--limit", "3", Planted.ON_PDF_PAGE_3.word());
        step(place, "search", "--limit", "3", Planted.IN_MAIL_ATTACHMENT.word());
        step(place, "search", "--limit", "3", "--public", Planted.IN_RESTRICTED.word());
        step(place, "check");
        Path trust = place.root().resolve("trust.txt");
        step(place, "keys", "trust", "--out", trust.toString());
        verify(place, trust);
        step(place, "publish");
        step(place, "serve");
        step(place, "status");
        farewell(place);
        return failed.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void deposit(Home place, DemoFacts facts) {
        List<String> words = new ArrayList<>(List.of("deposit", "--system", "lindhult", "--brief"));
        facts.deliveries().forEach(delivery -> words.add(delivery.toString()));
        step(place, words.toArray(String[]::new));
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

    private static String address(Home place) {
        return ConfigReader.read(place.config()).servers().open().address();
    }

    private void farewell(Home place) {
        String at = " --home " + place.root();
        print.say("Try next, in a browser (the certificate is self-made, so it warns once):");
        print.say("  " + address(place) + "sv/                     what anyone may see");
        print.say("  " + address(place) + "sv/sok?q=bygglov        a hit leads to its page");
        print.say("  " + address(place) + "sv/diarium              the register day by day, with notices of what is not"
                + " shown\n");
        print.say("and here; the server does what is typed:");
        print.say("  ./sigill search" + at + " bygglov altan          words, compounds and snippets with page");
        print.say("  ./sigill search" + at + " '\"KS 2026/\" sammanträde'  a phrase");
        print.say("  ./sigill gaps" + at + "                          what waits, and for what");
        print.say("  ./sigill export" + at + " --json | head -1        all that is known of a record");
        print.say("  ./sigill export" + at + " --out /tmp/out --proof ID  a record with its evidence, and proofs");
        print.say("  ./sigill log" + at + " | less                     every act");
        if (!failed.isEmpty()) {
            print.say("\nThese steps failed: " + String.join(", ", failed));
        }
    }
}
