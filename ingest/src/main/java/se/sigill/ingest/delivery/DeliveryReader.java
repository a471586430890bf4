package se.sigill.ingest.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import se.sigill.core.finding.Finding;

/**
 * Reads what somebody delivers: a folder, a zip, or a single file. Only reads; a content problem is a finding in the
 * plan, never an exception. Thread-safe.
 */
public final class DeliveryReader {
    private static final Set<String> TABLE_NAMES = Set.of("leverans.csv", "delivery.csv");

    private final ZipLimits limits;
    private final Supplier<DeliveryWords> words;
    private final Set<String> ownDomains;
    private final Clock clock;

    /**
     * @param words what the archive has adopted at the time of reading
     * @param ownDomains the authority's own mail domains, lower case: they tell received from dispatched mail
     * @param clock its zone decides which day is today
     */
    public DeliveryReader(ZipLimits limits, Supplier<DeliveryWords> words, Set<String> ownDomains, Clock clock) {
        this.limits = limits;
        this.words = words;
        this.ownDomains = Set.copyOf(ownDomains);
        this.clock = clock;
    }

    /**
     * The plan of what lies at a path. A zip is opened; zips inside it are items like other files.
     *
     * @throws IOException if the disk fails
     */
    public DeliveryPlan read(Path source) throws IOException {
        Path name = source.getFileName();
        String label = DeliveryName.printable(name == null ? source.toString() : name.toString());
        if (!Files.exists(source)) {
            Finding missing = Finding.of(DeliveryFinding.NOT_FOUND, label, "there is nothing at this path");
            return new DeliveryPlan(label, List.of(), List.of(missing));
        }
        try {
            Listing listing = listing(source, label);
            DeliveryPlan plan = plan(listing);
            boolean isAllTaken = Files.isDirectory(source) || listing.refused().isEmpty();
            return isAllTaken
                    ? plan
                    : withZip(plan, source, listing.refused().getFirst().finding());
        } catch (DamagedException e) {
            return kept(source, label, Finding.of(e.code(), label, String.valueOf(e.getMessage())));
        }
    }

    private Listing listing(Path source, String label) throws IOException {
        if (Files.isDirectory(source)) {
            return FolderListing.of(source, label);
        }
        if (label.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return ZipListing.of(source, label, limits);
        }
        SourceFile file = new FolderFile(label, source, Files.size(source));
        return new Listing(label, List.of(file), List.of(), List.of());
    }

    /** A zip of which a member could not be taken is kept whole beside the rest, in quarantine. */
    private static DeliveryPlan withZip(DeliveryPlan plan, Path zip, Finding why) throws IOException {
        List<DeliveryItem> items = new ArrayList<>(plan.items());
        items.addAll(kept(zip, plan.label(), why).items());
        return new DeliveryPlan(plan.label(), items, plan.findings());
    }

    /** What cannot be opened is kept whole, as one item in quarantine: nothing that was delivered is lost. */
    private static DeliveryPlan kept(Path source, String label, Finding why) throws IOException {
        SourceFile file = new FolderFile(label, source, Files.size(source));
        ItemDescription named = ItemDescription.named(new DeliveryName(label).asTitle());
        DeliveryItem item = new DeliveryItem(label, new ItemContent.Whole(file, false), named, "", List.of(why));
        return new DeliveryPlan(label, List.of(item), List.of());
    }

    private DeliveryPlan plan(Listing listing) throws IOException {
        List<Finding> findings = new ArrayList<>(listing.findings());
        List<SourceFile> tables =
                listing.files().stream().filter(DeliveryReader::isTable).toList();
        List<SourceFile> files = new ArrayList<>();
        for (SourceFile file : listing.files()) {
            if (DeliveryName.inside(file.name()).map(DeliveryName::isJunk).orElse(false)) {
                findings.add(Finding.of(DeliveryFinding.FILE_IGNORED, file.name(), "left out: no record"));
            } else if (!tables.contains(file)) {
                files.add(file);
            }
        }
        PlanMaker maker = new PlanMaker(new ItemMaker(ownDomains), findings);
        listing.refused().forEach(maker::refuse);
        if (tables.size() == 1) {
            readTable(tables.getFirst(), files, maker);
        } else if (tables.isEmpty()) {
            maker.takeAll(files);
        } else {
            Finding two = Finding.of(DeliveryFinding.CSV_TWO, tables.getLast().name(), "there are several tables");
            maker.holdAll(files, two);
        }
        if (files.isEmpty() && listing.refused().isEmpty() && tables.isEmpty()) {
            findings.add(Finding.of(DeliveryFinding.EMPTY, listing.label(), "there is no file in it"));
        }
        return new DeliveryPlan(listing.label(), maker.items(), findings);
    }

    private void readTable(SourceFile file, List<SourceFile> files, PlanMaker maker) throws IOException {
        CsvTable table;
        try {
            table = CsvTable.read(file);
        } catch (DamagedException e) {
            maker.holdAll(files, Finding.of(e.code(), file.name(), String.valueOf(e.getMessage())));
            return;
        }
        TableHead head = TableHead.of(file.name(), table);
        maker.sayAll(head.findings());
        List<Finding> errors = head.findings().stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            maker.hold(files, errors.getFirst());
            return;
        }
        RowReader rows = new RowReader(head, words.get(), LocalDate.now(clock));
        maker.takeListed(files, table.rows().stream().map(rows::read).toList());
    }

    /** A table lies at the top, or in the one folder that a zip made from a folder has. */
    private static boolean isTable(SourceFile file) {
        String[] parts = file.name().replace('\\', '/').toLowerCase(Locale.ROOT).split("/");
        return parts.length <= 2 && TABLE_NAMES.contains(parts[parts.length - 1]);
    }
}
