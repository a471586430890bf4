package se.sigill.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.Rights;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.record.RecordId;

/** {@code sigill cat}: writes one file of a record to standard output, if the acting user may read it. */
@Command(name = "cat", description = "Write a file of a record to standard output, or list its files.")
final class Cat implements Callable<Integer> {
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
        try (OpenArchive archive = home.open()) {
            CatalogueRecord entry = find(archive);
            Rights rights = archive.rights(entry);
            if (!rights.content()) {
                throw new ArchiveException.Refused(
                        "record " + id + " is not open to you; a decision-maker of its authority"
                                + " may read it (see sigill adopt roles)");
            }
            int version = entry.newest().version();
            if (path.isEmpty()) {
                archive.archive()
                        .store()
                        .inventory(entry.id(), version)
                        .orElseThrow()
                        .files()
                        .keySet()
                        .forEach(print.out()::println);
                return ExitCode.OK;
            }
            if (!entry.restrictions().isEmpty()) {
                // Restricted content was asked for: the act is committed before the first byte leaves.
                archive.archive()
                        .decide(List.of(new Act.Viewed(
                                archive.clock().instant(), archive.actor(), entry.id(), path.get(), "sigill cat")));
                archive.catchUp();
            }
            write(archive, entry.id(), version, path.get());
        }
        return ExitCode.OK;
    }

    private CatalogueRecord find(OpenArchive archive) {
        Optional<CatalogueRecord> entry =
                RecordId.isId(id) ? archive.catalogue().find(new RecordId(id)) : Optional.empty();
        return entry.filter(e -> archive.rights(e).exists())
                .orElseThrow(() -> new ArchiveException.Refused("there is no record " + id));
    }

    private void write(OpenArchive archive, RecordId record, int version, String file) throws IOException {
        print.out().flush();
        try (InputStream in = archive.archive()
                .store()
                .open(record, version, file)
                .orElseThrow(() -> new ArchiveException.WrongUsage(
                        "record " + id + " has no " + file + "; sigill cat " + id + " lists its files"))) {
            in.transferTo(System.out);
        }
        System.out.flush();
    }
}
