package se.sigill.app.withdrawal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Everything that stands in the files of an index, of deleted documents too. To look for bytes is not enough there:
 * Lucene packs words.
 */
final class IndexedWords {
    private IndexedWords() {}

    /** @return what of these stands in a term or a stored field of any document, whether it is found or not */
    static Set<String> of(Path index, Set<String> wanted) throws IOException {
        Set<String> there = new TreeSet<>();
        try (Directory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                for (FieldInfo field : leaf.reader().getFieldInfos()) {
                    if (field.getIndexOptions() != IndexOptions.NONE) {
                        addTerms(leaf.reader(), field.name, wanted, there);
                    }
                }
                for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                    Document document = leaf.reader().storedFields().document(i);
                    document.getFields()
                            .forEach(field -> addStored(String.valueOf(field.stringValue()), wanted, there));
                }
            }
            there.addAll(strangers(index, Set.copyOf(reader.getIndexCommit().getFileNames())));
        }
        return there;
    }

    private static void addTerms(LeafReader leaf, String field, Set<String> wanted, Set<String> there)
            throws IOException {
        Terms all = leaf.terms(field);
        if (all == null) {
            // No document of this segment has the field.
            return;
        }
        TermsEnum terms = all.iterator();
        while (terms.next() != null) {
            String term = terms.term().utf8ToString();
            if (wanted.contains(term)) {
                there.add(term);
            }
        }
    }

    private static void addStored(String text, Set<String> wanted, Set<String> there) {
        wanted.stream().filter(text::contains).forEach(there::add);
    }

    /** Files that belong to nothing that is committed: nobody knows what is in them. */
    private static Set<String> strangers(Path index, Set<String> known) {
        try (Stream<Path> files = Files.list(index)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !known.contains(name) && !name.equals("write.lock"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
