package se.sigill.app.outward;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.fact.Notice;
import se.sigill.core.record.RecordId;

/** Compares what is to be told of records with what was told, and puts the difference into bundles. For one round. */
final class Telling {
    /** Records that are looked at between two looks at the clock. */
    private static final int AT_ONCE = 50;

    private final Catalogue catalogue;
    private final PublicFacts facts;
    private final Ledger ledger;
    private final BundleLine line;
    private final Agenda agenda;
    private final List<String> unfit = new ArrayList<>();
    private final List<RecordId> bare = new ArrayList<>();

    Telling(Catalogue catalogue, PublicFacts facts, Ledger ledger, BundleLine line, Agenda agenda) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.ledger = ledger;
        this.line = line;
        this.agenda = agenda;
    }

    /** Whether more may be told. */
    interface GoesOn {
        boolean now() throws IOException;
    }

    /** Ids of records that would go out, and whose content is not as it was sealed. */
    List<String> unfit() {
        return List.copyOf(unfit);
    }

    /** What is shown, and could have an image of its first page. */
    List<RecordId> bare() {
        return List.copyOf(bare);
    }

    /**
     * Does what is on the agenda, at least some of it.
     *
     * @param deadline by {@link System#nanoTime}
     * @param goesOn is asked after each part
     * @return whether all of it is done, and neither ended it before
     */
    boolean work(long deadline, GoesOn goesOn) throws IOException {
        while (!agenda.isEmpty()) {
            List<RecordId> some = agenda.take(AT_ONCE);
            if (!some.isEmpty()) {
                these(some);
            } else {
                if (agenda.sweep().isPresent()) {
                    sweep(agenda.sweep().get());
                }
                these(agenda.takeAnew(AT_ONCE));
            }
            if (!agenda.isEmpty() && (System.nanoTime() - deadline > 0 || !goesOn.now())) {
                return false;
            }
        }
        return true;
    }

    private void sweep(Agenda.Sweep sweep) throws IOException {
        List<CatalogueRecord> page = catalogue.page(sweep.after(), AT_ONCE);
        for (CatalogueRecord entry : page) {
            sweep.saw(entry.id().value());
            tell(entry);
        }
        if (page.isEmpty()) {
            for (String id : sweep.unseen()) {
                gone(id);
            }
            agenda.endSweep();
        }
    }

    /** All of these, however long that takes. */
    void these(List<RecordId> ids) throws IOException {
        for (int from = 0; from < ids.size(); from += Catalogue.PAGE_MAX) {
            List<RecordId> some = ids.subList(from, Math.min(from + Catalogue.PAGE_MAX, ids.size()));
            Set<RecordId> gone = new LinkedHashSet<>(some);
            for (CatalogueRecord entry : catalogue.findAll(some)) {
                gone.remove(entry.id());
                tell(entry);
            }
            for (RecordId id : gone) {
                gone(id.value());
            }
        }
    }

    private void tell(CatalogueRecord entry) throws IOException {
        String id = entry.id().value();
        PublicFacts.Wanted wanted = facts.wanted(entry);
        boolean waits = wanted instanceof PublicFacts.Wanted.Waiting;
        ledger.waits(id, waits);
        if (waits) {
            return;
        }
        if (wanted instanceof PublicFacts.Wanted.Shown shown && shown.firstPage() instanceof FirstPages.Known.Due) {
            bare.add(entry.id());
        }
        boolean same = wanted.fingerprint().equals(ledger.told(id));
        if (!agenda.isAnew(entry.id()) && same) {
            return;
        }
        switch (wanted) {
            case PublicFacts.Wanted.Nothing _, PublicFacts.Wanted.Waiting _ -> gone(id);
            case PublicFacts.Wanted.Told(Notice notice) ->
                line.put(id, wanted.fingerprint(), _ -> Optional.of(new BundleLine.Made(notice, true)));
            case PublicFacts.Wanted.Shown shown -> {
                if (!line.put(id, shown.fingerprint(), bundle -> facts.entry(shown, bundle))) {
                    unfit.add(id);
                }
            }
        }
    }

    private void gone(String id) throws IOException {
        ledger.waits(id, false);
        if (!ledger.told(id).isEmpty()) {
            line.remove(id);
        }
    }
}
