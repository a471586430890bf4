package se.sigill.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.Founding;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;

/** {@code sigill init}: makes an archive. */
@Command(
        name = "init",
        description =
                "Make an archive: folders, keys, an empty log, and the catalogue of provisions and the format policy"
                        + " that come with Sigill. No plan is adopted: nothing is open before somebody decides it.")
final class Init implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--name", paramLabel = "NAME", description = "name of the archive, such as arkiv.lindhult.example")
    private Optional<String> name = Optional.empty();

    @Option(names = "--authority", paramLabel = "NAME", description = "the archival authority (arkivmyndighet)")
    private Optional<String> authority = Optional.empty();

    @Override
    public Integer call() {
        Home place = home.home();
        Founding.Made made = Founding.found(place, name, authority);
        Json line = Json.object()
                .with("home", place.root().toString())
                .with("archive", made.name())
                .with("logKey", made.logKey())
                .with("sealFingerprint", made.sealFingerprint());
        print.result(
                line,
                "Made the archive " + made.name() + " in " + place.root() + "\n  log key           " + made.logKey()
                        + "\n  seal fingerprint  " + made.sealFingerprint()
                        + "\nKeep these two lines where nobody with access to this machine can change them;"
                        + "\nkeep a copy of " + place.keys() + " in a safe."
                        + "\nNext: sigill adopt plan FILE, then sigill deposit --system NAME PATH…");
        return ExitCode.OK;
    }
}
