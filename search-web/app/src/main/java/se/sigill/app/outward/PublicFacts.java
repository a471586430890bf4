package se.sigill.app.outward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Proofs;
import se.sigill.core.access.Classification;
import se.sigill.core.access.Openness;
import se.sigill.core.access.RecordFacts;
import se.sigill.core.access.Viewer;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.bundle.BundleWriter;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicPart;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.LeafText;
import se.sigill.core.proof.ProofJson;
import se.sigill.core.proof.PublicProof;
import se.sigill.core.proof.Sha;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.RecordJson;
import se.sigill.core.seal.Period;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Inventory;

/** Decides what anyone may see of a record on one day, by the rules as they were when this was made. For one thread. */
final class PublicFacts {
    private final ContentStore store;
    private final AdoptedRules rules;
    private final Proofs proofs;
    private final LocalDate day;
    private final FirstPages pages;
    private final Catalogue catalogue;
    private final Cutting cutting;
    /** Made with the first entry after the log was last cut. */
    private Cutting.@Nullable Proving proving;

    PublicFacts(OpenArchive archive, FirstPages pages, Cutting cutting) {
        this.catalogue = archive.catalogue();
        this.cutting = cutting;
        this.store = archive.archive().store();
        this.rules = archive.rules();
        this.proofs = new Proofs(archive);
        this.day = archive.today();
        this.pages = pages;
    }

    /** How many periods have been sealed and stamped. */
    int sealed() {
        return proofs.stamped().size();
    }

    /** What is to be outside of a record. */
    sealed interface Wanted {
        /** No word of it. */
        record Nothing() implements Wanted {}

        /** Open and on the web, once all of it is sealed: until then what is outside stays as it is. */
        record Waiting() implements Wanted {}

        /** That it is there, and how to ask for it. */
        record Told(Notice notice) implements Wanted {
            @Override
            public String fingerprint() {
                return digest(JsonWriter.bytes(notice.toJson()));
            }
        }

        /** All of it. @param fingerprint changes with everything that a reader outside would see */
        record Shown(
                CatalogueRecord entry,
                Inventory inventory,
                List<Period> periods,
                FirstPages.Known firstPage,
                String fingerprint)
                implements Wanted {}

        /** Tells two states of an entry apart; empty where there is none. */
        default String fingerprint() {
            return "";
        }
    }

    Wanted wanted(CatalogueRecord entry) throws IOException {
        RecordFacts facts = entry.facts(rules.plan());
        if (!rules.access().rights(facts, new Viewer.Public(), day).exists()) {
            return new Wanted.Nothing();
        }
        return switch (rules.access().answer(facts, day)) {
            case Openness.Open open when open.publishable() -> shown(entry);
            case Openness.Open _ -> notice(entry, facts, Notice.Why.NOT_ON_THE_WEB, "");
            case Openness.Restricted restricted ->
                notice(
                        entry,
                        facts,
                        Notice.Why.RESTRICTED,
                        restricted.strongest().restriction().provision());
            case Openness.Undecided _ -> notice(entry, facts, Notice.Why.UNDECIDED, "");
        };
    }

    /** A class that nobody has put into the plan may be one whose existence is a secret. */
    private static Wanted notice(CatalogueRecord entry, RecordFacts facts, Notice.Why why, String provision) {
        if (!(facts.classification() instanceof Classification.InPlan)) {
            return new Wanted.Nothing();
        }
        RecordDescription d = entry.description();
        return new Wanted.Told(
                new Notice(d.id().value(), why, d.diaryNumber(), d.date(), entry.authority(), provision));
    }

    private Wanted shown(CatalogueRecord entry) throws IOException {
        RecordDescription d = entry.description();
        Optional<Inventory> inventory =
                store.inventory(entry.id(), entry.newest().version());
        if (inventory.isEmpty() || d.files().isEmpty()) {
            return new Wanted.Waiting();
        }
        List<Period> periods = new ArrayList<>();
        StringBuilder state = new StringBuilder(JsonWriter.compact(RecordJson.toJson(d)));
        for (FileFact file : d.files()) {
            Optional<Period> period = proofs.periodOf(entry, inventory.get(), file.path());
            if (period.isEmpty()) {
                return new Wanted.Waiting();
            }
            periods.add(period.get());
            state.append('\n').append(period.get().id());
        }
        FirstPages.Known firstPage = pages.of(d);
        if (firstPage instanceof FirstPages.Known.Image) {
            // Whether there is one: it follows from the file, and reading it at each look would cost more than it
            // tells.
            state.append("\nimage");
        }
        String fingerprint = digest(state.toString().getBytes(StandardCharsets.UTF_8));
        return new Wanted.Shown(entry, inventory.get(), periods, firstPage, fingerprint);
    }

    /** Entries from here on are proved by the log as it is now. */
    void logWasCut() {
        proving = null;
    }

    private Cutting.Proving proving() {
        Cutting.Proving made = proving;
        if (made == null) {
            made = cutting.proving();
            proving = made;
        }
        return made;
    }

    /**
     * The entry of a record that is shown, with everything that goes with it put into the bundle.
     *
     * @return empty if its content is not as it was sealed: {@code check} names what is wrong
     */
    Optional<BundleLine.Made> entry(Wanted.Shown shown, BundleWriter bundle) throws IOException {
        RecordDescription d = shown.entry().description();
        List<PublicFile> files = new ArrayList<>();
        boolean logged = true;
        for (FileFact file : d.files()) {
            Optional<FileProof> proof = proofs.of(shown.entry(), shown.inventory(), file.path());
            if (proof.isEmpty() || !added(shown, file, bundle)) {
                return Optional.empty();
            }
            PublicProof published = proving().of(d.id(), proof.get().leaf());
            logged &= published instanceof PublicProof.Logged;
            files.add(file(file, bundle.add(ProofJson.write(proof.get().with(published)))));
        }
        Instant sealed = shown.periods().stream()
                .map(Period::sealed)
                .max(Instant::compareTo)
                .orElseThrow();
        PublicRecord made = new PublicRecord(
                d.id().value(),
                d.kind(),
                d.title(),
                d.diaryNumber(),
                d.date(),
                d.direction().word(),
                d.recordType(),
                shown.entry().authority(),
                d.counterparty(),
                d.caseNumber(),
                shown.entry().classCode(),
                sealed.toString(),
                text(shown, bundle),
                shown.firstPage() instanceof FirstPages.Known.Image(Path image)
                        ? bundle.add(Files.readAllBytes(image))
                        : "",
                files);
        return Optional.of(new BundleLine.Made(made, logged));
    }

    /** What the hash trees say of the files of a record; empty if it is not shown now. */
    List<LeafText> leaves(RecordId id) throws IOException {
        Optional<CatalogueRecord> entry = catalogue.find(id);
        if (entry.isEmpty() || !(wanted(entry.get()) instanceof Wanted.Shown shown)) {
            return List.of();
        }
        return entry.get().description().files().stream()
                .flatMap(file -> proofs.leafOf(entry.get(), shown.inventory(), file.path()).stream())
                .toList();
    }

    private boolean added(Wanted.Shown shown, FileFact file, BundleWriter bundle) throws IOException {
        Optional<InputStream> bytes = open(shown, file.path());
        if (bytes.isEmpty()) {
            return false;
        }
        try (InputStream in = bytes.get()) {
            return bundle.add(file.sha256(), in);
        }
    }

    /** A file of the version that the description is of; the inventory at hand is mostly that version's. */
    private Optional<InputStream> open(Wanted.Shown shown, String path) {
        RecordDescription d = shown.entry().description();
        return shown.inventory().head() == d.version()
                ? store.open(shown.inventory(), path)
                : store.open(d.id(), d.version(), path);
    }

    private static PublicFile file(FileFact f, String proof) {
        return new PublicFile(
                f.name(),
                f.role().word(),
                f.format().mime(),
                f.format().name(),
                f.sizeBytes(),
                f.sha256(),
                f.sha512(),
                proof,
                f.parts().stream()
                        .map(p -> new PublicPart(p.path(), p.name(), p.format().mime(), p.sizeBytes()))
                        .toList());
    }

    /** The digest of the text as it lies in the package; empty if there is none. */
    private String text(Wanted.Shown shown, BundleWriter bundle) throws IOException {
        Optional<InputStream> text = open(shown, RecordPackage.TEXT);
        if (text.isEmpty()) {
            return "";
        }
        try (InputStream in = text.get()) {
            return bundle.add(in.readAllBytes());
        }
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha.sha256(bytes));
    }
}
