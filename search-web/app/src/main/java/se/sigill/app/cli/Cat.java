package se.sigill.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        if (glance.sight().guarded(entry)) {
            // An act is to be committed first.
            return Optional.empty();
        }
        show(glance.store(), entry, files(glance.store(), entry));
        return Optional.of(ExitCode.OK);
    }

    @Override
    public Integer from(OpenArchive archive) throws IOException {
        Sight sight = archive.sight();
        CatalogueRecord entry = readable(archive.find(id), sight);
        ContentStore store = archive.archive().store();
        Set<String> files = files(store, entry);
        if (sight.guarded(entry)) {
            // Restricted content is asked for, and names of files are content too: the act is committed before the
            // first byte leaves, and not for a file that is not there.
            archive.archive()
                    .decide(List.of(new Act.Viewed(
                            archive.clock().instant(), archive.actor(), entry.id(), path.orElse(""), "sigill cat")));
            archive.catchUp();
        }
        show(store, entry, files);
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

    /** The files of the newest version. @throws ArchiveException.WrongUsage if the one asked for is not among them */
    private Set<String> files(ContentStore store, CatalogueRecord entry) {
        Set<String> files = store.inventory(entry.id(), entry.newest().version())
                .orElseThrow(() -> new ArchiveException.Damaged("record " + id + " is not there; run check"))
                .files()
                .keySet();
        if (path.isPresent() && !files.contains(path.get())) {
            throw new ArchiveException.WrongUsage("record " + id + " has no " + Printing.oneLine(path.get())
                    + "; sigill cat " + id + " lists its files");
        }
        return files;
    }

    private void show(ContentStore store, CatalogueRecord entry, Set<String> files) throws IOException {
        if (path.isEmpty()) {
            files.forEach(file -> print.out().println(Printing.oneLine(file)));
            return;
        }
        OutputStream out = print.bytes();
        try (InputStream in = store.open(entry.id(), entry.newest().version(), path.get())
                .orElseThrow(() -> new ArchiveException.Damaged("record " + id + " has lost a file; run check"))) {
            in.transferTo(out);
        }
        out.flush();
    }
}
