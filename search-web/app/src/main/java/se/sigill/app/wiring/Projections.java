package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.RecordReader;
import se.sigill.core.catalogue.jpa.JpaCatalogues;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Durable;
import se.sigill.search.SearchFinding;
import se.sigill.search.SearchIndex;
import se.sigill.search.lucene.LuceneSearch;

/**
 * Opens the projections on disk. One that cannot be used as it lies is put aside under {@code work/undone/} and made
 * anew from the log: it holds nothing that the archive does not.
 */
final class Projections {
    private static final System.Logger LOG = System.getLogger(Projections.class.getName());

    private Projections() {}

    static SearchIndex index(Home home, Duration budget) {
        return switch (LuceneSearch.open(home.index(), budget)) {
            case LuceneSearch.Opened<SearchIndex>(SearchIndex index) -> index;
            case LuceneSearch.Unusable<SearchIndex>(var why) -> {
                if (why.code() == SearchFinding.LOCKED) {
                    throw new ArchiveException.Locked("another process works on the index of " + home.root()
                            + "; wait until it has ended, then try again");
                }
                putAside(home, home.index(), why.code().id());
                if (LuceneSearch.open(home.index(), budget)
                        instanceof LuceneSearch.Opened<SearchIndex>(SearchIndex index)) {
                    yield index;
                }
                throw new ArchiveException.Damaged("the index in " + home.index() + " cannot be opened: " + why
                        + "; is the disk full or read-only?");
            }
        };
    }

    static Catalogue catalogue(Home home, RecordReader records) {
        try {
            return JpaCatalogues.openDerby(home.db(), records);
        } catch (ArchiveException.Damaged | ArchiveException.StorageFailed e) {
            if (!Files.exists(home.db())) {
                throw e;
            }
            putAside(home, home.db(), "catalogue-unusable");
            return JpaCatalogues.openDerby(home.db(), records);
        }
    }

    private static void putAside(Home home, Path folder, String why) {
        Path aside = home.work().resolve("undone").resolve(folder.getFileName() + "-" + UUID.randomUUID());
        LOG.log(System.Logger.Level.WARNING, "projection-put-aside reason={0} aside={1}", why, aside);
        try {
            Durable.createDirectories(home.work().resolve("undone"));
            Files.move(folder, aside);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(folder + " cannot be used and cannot be put aside", e);
        }
    }
}
