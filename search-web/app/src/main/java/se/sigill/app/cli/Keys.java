package se.sigill.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.KeyCare;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.json.Json;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.keys.TrustFile;

/** {@code sigill keys}: show, trust file, rotate, compromise. Keys are made by {@code init}. */
@Command(
        name = "keys",
        description = "show: fingerprints. trust --out FILE: what outsiders need to tell from whom. make: keys that are"
                + " missing. rotate KEY, compromise KEY --since TIME: replace a key; an act says so.")
final class Keys implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "WHAT", description = "show, trust, make, rotate or compromise")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", description = "log, seal, tsa, bundle or inbox")
    private Optional<String> key = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why the key is replaced")
    private String reason = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "from when the old key is not to be believed (ISO 8601)")
    private Optional<Instant> since = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "with trust: where to write it; else standard output")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        switch (what.toLowerCase(Locale.ROOT)) {
            case "show" -> showAll(KeyCare.ring(home.home()));
            case "make" -> KeyCare.make(home.home()).show().forEach(this::show);
            case "trust" -> trust(KeyCare.trustFile(home.home()));
            case "rotate" -> replace(Optional.empty());
            case "compromise" ->
                replace(Optional.of(since.orElseThrow(() -> new ArchiveException.WrongUsage(
                        "compromise needs --since: the time from which the old key is not to be believed"))));
            default ->
                throw new ArchiveException.WrongUsage("\"" + what + "\": say show, trust, make, rotate or compromise");
        }
        return ExitCode.OK;
    }

    private void showAll(KeyRing ring) {
        ring.show().forEach(this::show);
        ring.kept(KeyName.INBOX)
                .forEach(kept -> print.result(
                        Json.object()
                                .with("key", KeyName.INBOX.word())
                                .with("keptUntil", kept.until().toString()),
                        "inbox   an older key, kept for letters sealed to it until " + kept.until()));
    }

    private void show(KeyRing.Shown shown) {
        Json line = Json.object()
                .with("key", shown.name().word())
                .with("algorithm", shown.algorithm())
                .with("fingerprint", shown.fingerprint())
                .with("subject", shown.subject())
                .with("until", shown.until().map(Instant::toString).orElse(""));
        print.result(
                line,
                String.format(
                        Locale.ROOT,
                        "%-7s %-8s %s%s",
                        shown.name().word(),
                        shown.algorithm(),
                        shown.fingerprint(),
                        shown.subject().isEmpty() ? "" : "\n                 " + shown.subject()));
    }

    private void trust(TrustFile trust) throws IOException {
        byte[] bytes = trust.bytes();
        if (!trust.names(TrustFile.Kind.TSA)) {
            print.err()
                    .println("sigill: there is no time-stamp of the authority in seal.tsa yet, so it is not named;"
                            + " write the file again after sigill seal");
        }
        if (out.isPresent()) {
            Durable.replace(out.get().toAbsolutePath(), bytes);
            print.say("wrote " + out.get() + "; keep it where nobody with access to this machine can change it");
        } else {
            print.out().print(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private void replace(Optional<Instant> compromised) {
        KeyName name = key.flatMap(KeyName::ofWord)
                .orElseThrow(() -> new ArchiveException.WrongUsage("say which key: log, seal, tsa, bundle or inbox"));
        if (reason.isBlank()) {
            throw new ArchiveException.WrongUsage("--reason says why the key is replaced; the act carries it");
        }
        try (OpenArchive archive = home.openAlone()) {
            KeyRing.Shown next = new KeyCare(archive).replace(name, reason, compromised);
            archive.catchUp();
            show(next);
        }
    }
}
