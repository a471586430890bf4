package se.sigill.core.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.proof.LeafText;

class LeafTableTest {
    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(7);

    private String hex(int bytes) {
        byte[] all = new byte[bytes];
        random.nextBytes(all);
        return HexFormat.of().formatHex(all);
    }

    private Leaf.Standing leaf(int place, String file) {
        return new Leaf.Standing(place, new LeafText(hex(32), hex(32), hex(64)), place, file);
    }

    private void write(List<? extends Leaf> leaves) throws IOException {
        StringBuilder lines = new StringBuilder();
        leaves.forEach(leaf -> lines.append(leaf.line()).append('\n'));
        Path next = Files.writeString(folder.resolve("next"), lines);
        Files.move(next, folder.resolve(PeriodFolder.LEAVES), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void findsEachOfManyAndNoOther() throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            leaves.add(leaf(3 * i, "post-" + i + "/v1/content/å" + "x".repeat(i % 3_000) + ".txt"));
        }
        write(leaves);
        LeafTable table = new LeafTable(folder);
        byte[] seed = new byte[32];
        assertArrayEquals(
                SparseTree.of(leaves, seed).root(),
                table.read().orElseThrow().build(seed).root());
        for (Leaf leaf : leaves) {
            Leaf.Standing standing = (Leaf.Standing) leaf;
            assertEquals(Optional.of(standing), table.find(standing.file()));
        }
        assertEquals(Optional.empty(), table.find("post-5000/v1/content/å.txt"));
    }

    /** Three texts of one hash: the slot alone does not tell them apart. */
    @Test
    void tellsNamesOfOneHashApart() throws IOException {
        assertEquals("AaAa".hashCode(), "BBBB".hashCode());
        List<Leaf.Standing> leaves = List.of(leaf(1, "AaAa"), leaf(2, "BBBB"), leaf(3, "AaBB"));
        write(leaves);
        LeafTable table = new LeafTable(folder);
        assertTrue(table.read().isPresent());
        for (Leaf.Standing each : leaves) {
            assertEquals(Optional.of(each), table.find(each.file()));
        }
        assertEquals(Optional.empty(), table.find("BBAa"));
    }

    @Test
    void seesWhatWasErasedMeanwhile() throws IOException {
        Leaf.Standing first = leaf(1, "post-1");
        Leaf.Standing second = leaf(2, "post-2");
        write(List.of(first, second));
        LeafTable table = new LeafTable(folder);
        assertTrue(table.read().isPresent());

        write(List.of(new Leaf.Erased(1, HexFormat.of().formatHex(first.hash()), 4711), second));
        assertEquals(Optional.empty(), table.find("post-1"));
        assertEquals(Optional.of(second), table.find("post-2"));
    }

    @Test
    void refusesWhatIsNotExact() throws IOException {
        write(List.of(leaf(1, "post-1")));
        LeafTable table = new LeafTable(folder);
        assertTrue(table.read().isPresent());
        Files.write(folder.resolve(PeriodFolder.LEAVES), "{}\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(new LeafTable(folder).read().isEmpty());
        assertThrows(ArchiveException.Damaged.class, () -> table.find("post-1"));
    }
}
