package se.sigill.ingest.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.formats.Extraction;
import se.sigill.formats.Extractor;
import se.sigill.formats.FileInput;

/** From stage 1 to stage 2: asks the workers, and the cache for what was costly. */
public final class Reading {
    private final Extractor extractor;
    private final ExtractionCache cache;

    public Reading(Extractor extractor, ExtractionCache cache) {
        this.extractor = extractor;
        this.cache = cache;
    }

    /** Reads all, as many at a time as there are workers; in the order given. */
    public List<Extracted> read(List<Received> items) {
        List<Optional<Extraction>> cached = items.stream().map(cache::find).toList();
        List<FileInput> asked = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (cached.get(i).isEmpty()) {
                asked.add(items.get(i).input());
            }
        }
        List<Extraction> answers = extractor.extractAll(asked);
        List<Extracted> read = new ArrayList<>(items.size());
        int next = 0;
        for (int i = 0; i < items.size(); i++) {
            if (cached.get(i).isPresent()) {
                read.add(new Extracted(items.get(i), cached.get(i).get()));
            } else {
                Extraction answer = answers.get(next++);
                cache.keep(items.get(i), answer);
                read.add(new Extracted(items.get(i), answer));
            }
        }
        return read;
    }

    /** Forgets what was committed. */
    void forget(List<Received> items) {
        items.forEach(cache::forget);
    }
}
