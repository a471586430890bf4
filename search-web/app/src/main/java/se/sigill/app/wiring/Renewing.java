package se.sigill.app.wiring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.PackageContent;
import se.sigill.core.catalogue.Adoption;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.Gap;
import se.sigill.formats.Engine;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.worker.WorkerFormats;
import se.sigill.ingest.renew.Candidate;
import se.sigill.ingest.renew.LastingEngines;
import se.sigill.ingest.renew.MakingLast;
import se.sigill.ingest.renew.RenewSettings;
import se.sigill.ingest.renew.Renewed;

/** The second lane: gives records the renditions that the adopted policy wants and the engines can make now. */
public final class Renewing {
    private final OpenArchive archive;
    private final MakingLast makingLast;

    public Renewing(OpenArchive archive, WorkerFormats formats, int threads) {
        this(archive, new LastingEngines(formats, formats, formats), Engines.all(), threads);
    }

    /** The same with other engines. */
    Renewing(OpenArchive archive, LastingEngines lasting, List<Engine> engines, int threads) {
        this.archive = archive;
        FormatPolicy policy = policy(archive.catalogue());
        RenewSettings settings = new RenewSettings(
                () -> policy,
                () -> engines,
                archive.home().work(),
                threads,
                archive.clock(),
                PackageContent.SOFTWARE_VERSION);
        this.makingLast = new MakingLast(
                settings, lasting, archive.archive().store()::place, new KernelCommitter(archive, archive.delivered()));
    }

    private static FormatPolicy policy(Catalogue catalogue) {
        Optional<Adoption> adopted = catalogue.adopted().stream()
                .filter(each -> each.kind().equals(Adopting.FORMAT_POLICY))
                .reduce((first, second) -> first.act() > second.act() ? first : second);
        return adopted.map(each -> FormatPolicy.read(each.document()).policy())
                .orElseThrow(() -> new ArchiveException.Refused(
                        "no format policy is adopted; adopt one with: sigill adopt format-policy FILE"));
    }

    /**
     * Goes through the whole catalogue, record by record, or through the records named.
     *
     * @param outcome is told what became of each record for which something was done
     * @return how many records were looked at
     */
    public long run(List<String> ids, Consumer<Renewed> outcome) {
        if (!ids.isEmpty()) {
            round(ids.stream().map(archive::record).toList(), outcome);
            return new HashSet<>(ids).size();
        }
        long seen = 0;
        List<CatalogueRecord> page = archive.catalogue().page("", Catalogue.PAGE_MAX);
        while (!page.isEmpty()) {
            round(page, outcome);
            seen += page.size();
            page = archive.catalogue().page(page.getLast().id().value(), Catalogue.PAGE_MAX);
        }
        return seen;
    }

    private void round(List<CatalogueRecord> entries, Consumer<Renewed> outcome) {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CatalogueRecord entry : entries) {
            if (seen.add(entry.id().value())) {
                candidates.add(candidate(entry));
            }
        }
        makingLast.run(candidates).forEach(outcome);
        archive.catchUp();
    }

    private static Candidate candidate(CatalogueRecord entry) {
        return new Candidate(
                entry.description(),
                entry.gaps().stream()
                        .filter(Gap::isOpen)
                        .map(gap -> new Candidate.OpenGap(gap.act(), gap.code(), gap.where(), gap.waitsFor()))
                        .toList(),
                entry.gaps().stream()
                        .filter(Gap::accepted)
                        .map(gap -> new Candidate.AcceptedGap(gap.code(), gap.where()))
                        .collect(Collectors.toSet()));
    }
}
