package se.sigill.core.catalogue.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was read lately of records, by their ids: read from the database again only after something was written of the
 * record. The one that was asked for longest ago makes room. Safe for threads.
 */
final class ReadLately<V> {
    private final int sizeMax;
    private final Map<String, V> values;
    /** How often something had been written. */
    private long written;

    ReadLately(int sizeMax) {
        this.sizeMax = sizeMax;
        this.values = new LinkedHashMap<>(16, 0.75f, true);
    }

    /**
     * @param reading reads those that are not known; what is not there is not in its answer. The answer is kept if
     *     nothing was written since the reading began
     */
    Map<String, V> get(Collection<String> ids, Function<List<String>, Map<String, V>> reading) {
        Map<String, V> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        long asOf;
        synchronized (this) {
            asOf = written;
            for (String id : ids) {
                V value = values.get(id);
                if (value == null) {
                    missing.add(id);
                } else {
                    found.put(id, value);
                }
            }
        }
        if (!missing.isEmpty()) {
            Map<String, V> read = reading.apply(missing);
            keep(read, asOf);
            found.putAll(read);
        }
        return found;
    }

    private synchronized void keep(Map<String, V> read, long asOf) {
        if (asOf == written) {
            values.putAll(read);
            var oldest = values.keySet().iterator();
            for (int over = values.size() - sizeMax; over > 0; over--) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** Something was written of these: to be said after the commit, so that nobody reads in between and is believed. */
    synchronized void forget(Collection<String> ids) {
        written++;
        ids.forEach(values::remove);
    }

    synchronized void forgetAll() {
        written++;
        values.clear();
    }
}
