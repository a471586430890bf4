package se.sigill.app.wiring;

import java.util.List;
import java.util.Map;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;
import se.sigill.ingest.pipeline.Committer;

/** The kernel as the pipeline sees it: commits, and lets the projections follow while the next batch is read. */
final class KernelCommitter implements Committer {
    private final OpenArchive archive;
    private final DeliveredItems delivered;

    KernelCommitter(OpenArchive archive, DeliveredItems delivered) {
        this.archive = archive;
        this.delivered = delivered;
    }

    @Override
    public void commit(List<NewVersion> versions, Actor actor) {
        List<NewVersion> all = versions.stream().map(this::insteadOfLost).toList();
        for (Act.OfRecord act : archive.archive().commit(all, actor)) {
            if (act instanceof Act.Sealed sealed) {
                delivered.add(sealed);
            }
        }
        archive.catchUpSoon();
    }

    private NewVersion insteadOfLost(NewVersion version) {
        Source source = version.description().source();
        return version.description().version() > 1
                ? version
                : delivered
                        .lost(source.delivery(), source.path())
                        .map(lost -> archive.lost()
                                .instead(lost, version, archive.clock().instant()))
                        .orElse(version);
    }

    @Override
    public void decide(List<Act.OfRecord> acts) {
        archive.archive().decide(acts);
        archive.catchUpSoon();
    }

    @Override
    public Map<String, RecordId> committed(String delivery) {
        return delivered.of(delivery);
    }
}
