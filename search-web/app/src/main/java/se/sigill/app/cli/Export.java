package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.RecordExport;
import se.sigill.app.wiring.Sight;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueExport;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.json.Json;

/** {@code sigill export}: what the catalogue knows, as lines; or records as packages with their evidence. */
@Command(
        name = "export",
        description = "Without --out: one line a record, all that the catalogue knows. With --out and ids: each record"
                + " as an E-ARK AIP with its evidence. The whole archive needs no export: it can be read as it lies.")
final class Export implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the packages; made if it is not there")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--proof", description = "with --out: also a proof bundle of each data file")
    private boolean proof;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "ids of records; without any: all")
    private List<String> ids = List.of();

    @Override
    public Integer call() {
        if (out.isPresent() && ids.isEmpty()) {
            throw new ArchiveException.WrongUsage(
                    "--out needs the ids of records; the whole archive can be copied as it is");
        }
        if (proof && out.isEmpty()) {
            throw new ArchiveException.WrongUsage("--proof needs --out DIR");
        }
        try (OpenArchive archive = home.open()) {
            CatalogueExport export = new CatalogueExport(archive.catalogue(), archive.rules(), archive.today());
            if (ids.isEmpty()) {
                Sight sight = archive.sight();
                long records = export.forEach(
                        entry -> sight.rights(entry).metadata(), line -> print.result(line, text(line.asObject())));
                print.say(records + " records");
                return ExitCode.OK;
            }
            return out.isPresent() ? packages(archive, out.get()) : lines(archive, export);
        }
    }

    private int lines(OpenArchive archive, CatalogueExport export) {
        int exit = ExitCode.OK;
        for (String id : ids) {
            Optional<CatalogueRecord> entry =
                    archive.find(id).filter(e -> archive.sight().rights(e).metadata());
            if (entry.isEmpty()) {
                refuse(id, "there is no record " + id);
                exit = ExitCode.PARTLY;
            } else {
                Json line = export.line(entry.get());
                print.result(line, text(line.asObject()));
            }
        }
        return exit;
    }

    private int packages(OpenArchive archive, Path folder) {
        List<CatalogueRecord> wanted =
                ids.stream().flatMap(id -> archive.find(id).stream()).toList();
        RecordExport export = new RecordExport(
                archive, wanted.stream().map(CatalogueRecord::id).toList());
        export.announce(wanted);
        boolean whole = true;
        for (String id : ids) {
            try {
                CatalogueRecord entry =
                        archive.find(id).orElseThrow(() -> new ArchiveException.Refused("there is no record " + id));
                whole &= tell(export.write(entry, folder, proof), entry);
            } catch (ArchiveException.Refused e) {
                refuse(id, String.valueOf(e.getMessage()));
                whole = false;
            }
        }
        return whole ? ExitCode.OK : ExitCode.PARTLY;
    }

    private boolean tell(RecordExport.Written written, CatalogueRecord entry) {
        List<String> proofs = written.proofs().stream().map(Path::toString).toList();
        print.result(
                Json.object()
                        .with("id", entry.id().value())
                        .with("outcome", written.sealed() ? "exported" : "unsealed")
                        .with("path", written.folder().toString())
                        .with("version", written.version())
                        .with("acts", written.acts())
                        .with("proofs", Json.texts(proofs)),
                entry.id() + ": version " + written.version() + " in " + written.folder());
        proofs.forEach(path -> print.say("  proof " + path));
        if (!written.sealed()) {
            print.say("  without evidence: it is not sealed, or its period waits for the time-stamp; run sigill seal,"
                    + " move this folder away, and export again");
        }
        return written.sealed();
    }

    private void refuse(String id, String why) {
        print.result(Json.object().with("id", id).with("outcome", "refused").with("message", why), id + ": " + why);
    }

    private static String text(Json.Obj line) {
        Json.Obj description = line.object("description");
        return line.text("id") + "  " + line.object("answer").text("openness") + "  "
                + Printing.oneLine(description.text("diaryNumber") + "  " + description.text("title"));
    }
}
