package se.sigill.ingest.delivery;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.finding.Finding;

/** Brings the files and the rows of one delivery together. Used once. */
final class PlanMaker {
    private final ItemMaker maker;
    private final List<Finding> findings;
    private final List<DeliveryItem> items = new ArrayList<>();
    private final Set<String> refusedNames = new HashSet<>();

    /** @param findings of the delivery; added to */
    PlanMaker(ItemMaker maker, List<Finding> findings) {
        this.maker = maker;
        this.findings = findings;
    }

    List<DeliveryItem> items() {
        List<DeliveryItem> sorted = new ArrayList<>(items);
        // Stable: the messages of a box keep the order of the box.
        sorted.sort(Comparator.comparing(item -> item.content().file().name()));
        return namedOnce(sorted);
    }

    /** A file may be called as a message of a box is ({@code box.mbox#1}): the later one gets a mark. */
    private static List<DeliveryItem> namedOnce(List<DeliveryItem> sorted) {
        Set<String> taken = new HashSet<>();
        List<DeliveryItem> named = new ArrayList<>(sorted.size());
        for (DeliveryItem item : sorted) {
            String path = item.path();
            for (int mark = 2; !taken.add(path); mark++) {
                path = item.path() + "~" + mark;
            }
            named.add(path.equals(item.path()) ? item : item.called(path));
        }
        return named;
    }

    void sayAll(Collection<Finding> more) {
        findings.addAll(more);
    }

    void refuse(Listing.Refused refused) {
        refusedNames.add(refused.name());
        hold(refused.name(), refused.finding());
    }

    /** No table: each file is an item under its name. */
    void takeAll(List<SourceFile> files) throws IOException {
        Map<SourceFile, List<Finding>> alike = alike(files);
        for (SourceFile file : files) {
            items.addAll(maker.items(file, Optional.empty(), alike.getOrDefault(file, List.of())));
        }
    }

    /** The table cannot be used: every file waits for a person. */
    void holdAll(List<SourceFile> files, Finding why) throws IOException {
        findings.add(why);
        hold(files, why);
    }

    /** As {@link #holdAll}, where the delivery says it already. */
    void hold(List<SourceFile> files, Finding why) throws IOException {
        for (SourceFile file : files) {
            items.addAll(maker.items(file, Optional.empty(), List.of(why)));
        }
    }

    /** Each file by its row; rows without a file and files without a row are items in quarantine. */
    void takeListed(List<SourceFile> files, List<RowReader.Read> rows) throws IOException {
        FileNames names = new FileNames(files);
        Map<SourceFile, List<RowReader.Read>> rowsOf = new LinkedHashMap<>();
        for (RowReader.Read row : rows) {
            match(row, names).ifPresent(file -> rowsOf.computeIfAbsent(file, f -> new ArrayList<>())
                    .add(row));
        }
        Map<SourceFile, List<Finding>> alike = alike(files);
        for (SourceFile file : files) {
            List<RowReader.Read> own = rowsOf.getOrDefault(file, List.of());
            List<Finding> about = new ArrayList<>(alike.getOrDefault(file, List.of()));
            own.forEach(row -> about.addAll(row.findings()));
            if (own.isEmpty()) {
                about.add(Finding.of(
                        DeliveryFinding.FILE_UNLISTED, DeliveryName.printable(file.name()), "no row speaks of it"));
            } else if (own.size() > 1) {
                own.forEach(row -> about.add(
                        Finding.of(DeliveryFinding.FILE_TWICE, row.where(), "several rows speak of one file")));
            }
            Optional<ItemDescription> row = own.stream().findFirst().map(RowReader.Read::description);
            items.addAll(maker.items(file, row, about));
        }
    }

    private Optional<SourceFile> match(RowReader.Read row, FileNames names) {
        if (row.path().isEmpty()) {
            return lost(row, DeliveryFinding.PATH_EMPTY, "the row names no file");
        }
        Optional<DeliveryName> name = DeliveryName.inside(row.path());
        if (name.isEmpty()) {
            return lost(row, DeliveryFinding.PATH_OUTSIDE, "the path points out of the delivery");
        }
        List<SourceFile> found = names.find(name.get());
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        if (found.size() > 1) {
            return lost(row, DeliveryFinding.FILE_AMBIGUOUS, "the path fits several files");
        }
        if (refusedNames.contains(name.get().path())) {
            // The file itself says already why it cannot be taken.
            return Optional.empty();
        }
        return lost(row, DeliveryFinding.FILE_MISSING, "the file is not in the delivery");
    }

    /** A row that leads to no file stands in the plan, so that the clerk sees it with all its other faults. */
    private Optional<SourceFile> lost(RowReader.Read row, DeliveryFinding code, String message) {
        List<Finding> about = new ArrayList<>();
        about.add(Finding.of(code, row.where(), message));
        about.addAll(row.findings());
        String path = row.path().isEmpty() ? row.where() : DeliveryName.printable(row.path());
        items.add(new DeliveryItem(path, ItemContent.Nothing.named(path), row.description(), "", about));
        return Optional.empty();
    }

    private void hold(String path, Finding why) {
        String title = DeliveryName.inside(path).map(DeliveryName::asTitle).orElse("(no name)");
        items.add(new DeliveryItem(
                path, ItemContent.Nothing.named(path), ItemDescription.named(title), "", List.of(why)));
    }

    private static Map<SourceFile, List<Finding>> alike(List<SourceFile> files) {
        Map<String, List<SourceFile>> byKey = new HashMap<>();
        for (SourceFile file : files) {
            DeliveryName.inside(file.name()).ifPresent(name -> byKey.computeIfAbsent(name.key(), k -> new ArrayList<>())
                    .add(file));
        }
        Map<SourceFile, List<Finding>> alike = new HashMap<>();
        for (List<SourceFile> same : byKey.values()) {
            if (same.size() > 1) {
                same.forEach(file -> alike.put(
                        file,
                        List.of(Finding.of(
                                DeliveryFinding.NAMES_ALIKE,
                                DeliveryName.printable(file.name()),
                                "another file's name differs only in case or composition"))));
            }
        }
        return alike;
    }

    /** Finds a file as a clerk writes it: exactly, else composed alike, else without regard to case. */
    private static final class FileNames {
        private final Map<String, List<SourceFile>> exact = new HashMap<>();
        private final Map<String, List<SourceFile>> composed = new HashMap<>();
        private final Map<String, List<SourceFile>> folded = new HashMap<>();

        FileNames(List<SourceFile> files) {
            String common = commonFolder(files);
            for (SourceFile file : files) {
                DeliveryName.inside(file.name()).ifPresent(name -> {
                    add(name, file);
                    if (!common.isEmpty()) {
                        add(new DeliveryName(name.path().substring(common.length())), file);
                    }
                });
            }
        }

        List<SourceFile> find(DeliveryName name) {
            for (List<SourceFile> found : List.of(
                    exact.getOrDefault(name.path(), List.of()),
                    composed.getOrDefault(nfc(name.path()), List.of()),
                    folded.getOrDefault(name.key(), List.of()))) {
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }

        private void add(DeliveryName name, SourceFile file) {
            exact.computeIfAbsent(name.path(), k -> new ArrayList<>()).add(file);
            composed.computeIfAbsent(nfc(name.path()), k -> new ArrayList<>()).add(file);
            folded.computeIfAbsent(name.key(), k -> new ArrayList<>()).add(file);
        }

        private static String nfc(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }

        /** The one folder in which everything lies, as in a zip made from a folder; with its stroke, or empty. */
        private static String commonFolder(List<SourceFile> files) {
            if (files.isEmpty()) {
                return "";
            }
            String first = files.getFirst().name();
            int stroke = first.indexOf('/');
            String folder = stroke < 0 ? "" : first.substring(0, stroke + 1);
            return files.stream().allMatch(file -> file.name().startsWith(folder)) ? folder : "";
        }
    }
}
