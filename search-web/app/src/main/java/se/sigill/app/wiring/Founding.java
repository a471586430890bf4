package se.sigill.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.CatalogueCsv;
import se.sigill.core.archive.Archive;
import se.sigill.core.archive.LogKeys;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Durable;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.formats.FormatPolicy;

/** Makes a new archive in a home. */
public final class Founding {
    /** How acts begin that adopt something, as they are stored. */
    private static final String ADOPTED = "{\"act\":\"Adopted\"";

    private Founding() {}

    /** What people must write down. */
    public record Made(String name, String logKey, String sealFingerprint) {}

    /**
     * Makes configuration, keys, store and log, and adopts what comes with Sigill: provisions and format policy. No
     * information plan is adopted, so that nothing is open before somebody decides it. Where an earlier call was
     * stopped, this one goes on.
     *
     * @param name of the archive, for a configuration that is not there yet
     * @throws ArchiveException.Refused if there is an archive already
     */
    public static Made found(Home home, Optional<String> name, Optional<String> authority) {
        if (home.exists() && missing(home).isEmpty()) {
            throw new ArchiveException.Refused("there is an archive in " + home.root() + " already");
        }
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        writeConfig(home, name, authority);
        ArchiveConfig config = ConfigReader.read(home.config());
        KeyRing.Maker maker = new KeyRing.Maker(config.archive().name(), BouncySeal.issuer(random), clock, random);
        KeyRing keys = KeyRing.make(home.keys(), Workings.passphrase(config), maker);
        Surroundings in = new Surroundings(home, config, clock, random);
        if (!home.exists()) {
            Archive.found(in, keys, User.operator().actor());
        }
        // If we stop here, the archive has no rules yet; init again goes on from this line.
        try (OpenArchive open = OpenArchive.open(in)) {
            adoptSamples(open, missing(home));
        }
        return new Made(
                config.archive().name(),
                LogKeys.signer(keys, config.archive().name()).key().toString(),
                keys.fingerprint(KeyName.SEAL));
    }

    /** What no act has adopted yet; reads no further than to the acts that do, which are among the first. */
    private static Set<String> missing(Home home) {
        LogReader log = LogReader.open(home.log());
        Set<String> missing = new HashSet<>(Set.of(AdoptedRules.PROVISIONS, Adopting.FORMAT_POLICY));
        try (Stream<LogEntry> entries = log.entries(0, log.head().size())) {
            Iterator<LogEntry> each = entries.iterator();
            while (each.hasNext() && !missing.isEmpty()) {
                if (each.next() instanceof LogEntry.Kept kept
                        && kept.text().startsWith(ADOPTED)
                        && kept.act() instanceof Act.Adopted act) {
                    missing.remove(act.kind());
                }
            }
        }
        return missing;
    }

    private static void adoptSamples(OpenArchive open, Set<String> kinds) {
        Adopting adopting = new Adopting(open);
        List<Act> acts = new ArrayList<>();
        if (kinds.contains(AdoptedRules.PROVISIONS)) {
            acts.add(adopting.act(AdoptedRules.PROVISIONS, "sigill", "1", sample("provisions.csv")));
        }
        if (kinds.contains(Adopting.FORMAT_POLICY)) {
            acts.add(adopting.act(Adopting.FORMAT_POLICY, "sigill", "1", FormatPolicy.sample()));
        }
        open.archive().decide(acts);
        open.catchUp();
    }

    /** A document that comes with the core. */
    private static String sample(String name) {
        try (InputStream in = CatalogueCsv.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is missing in the jar").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(name + " could not be read from the jar", e);
        }
    }

    private static void writeConfig(Home home, Optional<String> name, Optional<String> authority) {
        try {
            Durable.createDirectories(home.root());
            if (Files.exists(home.config())) {
                return;
            }
            StringBuilder text = new StringBuilder("# Every key and its meaning: docs/reference/config.md\n");
            name.ifPresent(n -> text.append("archive.name = ").append(n).append('\n'));
            authority.ifPresent(
                    a -> text.append("archive.authority = ").append(a).append('\n'));
            Durable.replace(home.config(), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the archive's home " + home.root() + " cannot be made", e);
        }
    }
}
