package se.sigill.formats.part;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.formats.FileInput;

/** Makes copies of files without what is named. */
public interface Withholding {
    /** Of what stands in the place of one part or page. */
    int WORDS_CHARACTERS_MAX = 400;

    /** Parts or pages that one copy leaves out; with their words they fit into one job. */
    int NAMED_MAX = 500;

    /** Where a copy lies until it was searched, beside its target; whoever asked removes what a breakdown left. */
    static Path unsearched(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** What is left out. Each has the words that stand in its place. */
    sealed interface What {
        /** Parts of a mail by their paths, as {@code PartFacts} has them, each with everything in it. */
        record Parts(SortedMap<String, String> words) implements What {
            public Parts {
                words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
                check(words.values());
            }
        }

        /** Pages of a PDF by their numbers, from 1. */
        record Pages(SortedMap<Integer, String> words) implements What {
            public Pages {
                words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
                check(words.values());
            }
        }

        private static void check(Collection<String> words) {
            if (words.isEmpty() || words.size() > NAMED_MAX) {
                throw new IllegalArgumentException("a copy in part leaves out 1 to " + NAMED_MAX + " parts or pages");
            }
            if (words.stream().anyMatch(each -> each.isBlank() || each.length() > WORDS_CHARACTERS_MAX)) {
                throw new IllegalArgumentException("what is left out has some words in its place, and not many");
            }
        }
    }

    /**
     * Makes one copy. Waits for the answer.
     *
     * @param target the file to be; its folder exists. A file there is replaced when the copy is made and searched, at
     *     once, and untouched if it is not
     * @return never fails: what hinders it is the finding of the outcome
     */
    PartCopy withhold(FileInput source, What what, Path target);
}
