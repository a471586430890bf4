package se.sigill.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.Glance;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sight;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.ContentStore;

/** {@code sigill cat}: writes one file of a record to standard output, if the acting user may read it. */
@Command(name = "cat", description = "Write a file of a record to standard output, or list its files.")
final class Cat implements Callable<Integer>, HomeOption.Reading<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "ID", description = "id of the record")
    private String id = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            description = "a path in the record, such as metadata/text.txt; without it the files are listed")
    private Optional<String> path = Optional.empty();

    @Override
    public Integer call() throws IOException {
        return home.read(this);
    }

    @Override
    public Optional<Integer> from(Glance glance, boolean otherWorks) throws IOException {
        CatalogueRecord entry = readable(glance.find(id), glance.sight());
        if (path.isPresent() && glance.sight().guarded(entry)) {
            // An act is to be committed first.
            return Optional.empty();
        }
        show(glance.store(), entry);
        return Optional.of(ExitCode.OK);
    }

    @Override
    public Integer from(OpenArchive archive) throws IOException {
        Sight sight = archive.sight();
        CatalogueRecord entry = readable(archive.find(id), sight);
        if (path.isPresent() && sight.guarded(entry)) {
            // Restricted content was asked for: the act is committed before the first byte leaves.
            archive.archive()
                    .decide(List.of(new Act.Viewed(
                            archive.clock().instant(), archive.actor(), entry.id(), path.get(), "sigill cat")));
            archive.catchUp();
        }
        show(archive.archive().store(), entry);
        return ExitCode.OK;
    }

    private CatalogueRecord readable(Optional<CatalogueRecord> found, Sight sight) {
        CatalogueRecord entry = found.orElseThrow(() -> new ArchiveException.Refused("there is no record " + id));
        if (!sight.rights(entry).content()) {
            throw new ArchiveException.Refused("record " + id + " is not open to you; a decision-maker of its authority"
                    + " may read it (see sigill adopt roles)");
        }
        return entry;
    }

    private void show(ContentStore store, CatalogueRecord entry) throws IOException {
        int version = entry.newest().version();
        if (path.isPresent()) {
            write(store, entry.id(), version, path.get());
            return;
        }
        store.inventory(entry.id(), version)
                .orElseThrow(() -> new ArchiveException.Damaged("record " + id + " is not there; run check"))
                .files()
                .keySet()
                .forEach(file -> print.out().println(Printing.oneLine(file)));
    }

    private void write(ContentStore store, RecordId record, int version, String file) throws IOException {
        print.out().flush();
        try (InputStream in = store.open(record, version, file)
                .orElseThrow(() -> new ArchiveException.WrongUsage(
                        "record " + id + " has no " + file + "; sigill cat " + id + " lists its files"))) {
            in.transferTo(System.out);
        }
        System.out.flush();
    }
}
