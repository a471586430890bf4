package se.sigill.core.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.sigill.core.proof.LeafText;
import se.sigill.core.proof.TreePath;

final class SparseTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    @Property(tries = 60)
    void everyPathLeadsToTheRootAndIsOfTheSameLength(
            @ForAll @IntRange(min = 1, max = 300) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Leaf> leaves = leaves(count, random);
        SparseTree tree = SparseTree.of(leaves, bytes(random));

        for (Leaf leaf : leaves) {
            TreePath path = tree.path(leaf.place());
            assertArrayEquals(tree.root(), path.rootOf(leaf.hash()));
            assertEquals(TreePath.DEPTH * 65, path.bytes().length);
        }
    }

    @Property(tries = 30)
    void aPathHoldsNoHashTwiceWhateverTheCount(@ForAll @IntRange(min = 1, max = 300) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Leaf> leaves = leaves(count, random);
        SparseTree tree = SparseTree.of(leaves, bytes(random));

        Set<String> siblings =
                new HashSet<>(tree.path(leaves.getFirst().place()).siblings());

        assertEquals(TreePath.DEPTH, siblings.size());
        assertTrue(siblings.stream().noneMatch(s -> s.equals("0".repeat(64))));
    }

    @Property(tries = 30)
    void anotherSeedGivesAnotherRoot(@ForAll long seed) {
        Random random = new Random(seed);
        List<Leaf> leaves = leaves(5, random);

        byte[] one = SparseTree.of(leaves, bytes(random)).root();

        assertTrue(!Arrays.equals(one, SparseTree.of(leaves, bytes(random)).root()));
    }

    @Test
    void refusesPlacesOutOfOrder() {
        Leaf leaf = new Leaf.Erased(7, "00".repeat(32), 1);

        assertThrows(IllegalArgumentException.class, () -> SparseTree.of(List.of(leaf, leaf), new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> SparseTree.of(List.of(), new byte[32]));
    }

    @Test
    void givesTheVectorsOfTheSpecification() throws Exception {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 0xa5);
        LeafText abc = new LeafText(
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
        Leaf first = new Leaf.Standing(0, abc, 3, "checkpoint");
        Leaf last = new Leaf.Erased(SparseTree.PLACES - 1, "00".repeat(32), 0);
        SparseTree one = SparseTree.of(List.of(first), seed);

        List<String> vectors = List.of(
                HEX.formatHex(abc.hash()),
                HEX.formatHex(one.missing(0, 1)),
                HEX.formatHex(one.root()),
                HEX.formatHex(SparseTree.of(List.of(first, last), seed).root()));

        String specification = Files.readString(
                Path.of(System.getProperty("sigill.root", "../..")).resolve("docs/formats/evidence.md"));
        for (String vector : vectors) {
            assertTrue(specification.contains("`" + vector + "`"), "the specification lacks " + vectors);
        }
    }

    @Test
    void linesOfLeavesSurviveReadingAndRefuseAnyChange() {
        Leaf leaf = leaves(1, new Random(1)).getFirst();

        assertEquals(leaf, Leaf.parse(leaf.line()).orElseThrow());
        assertTrue(Leaf.parse(leaf.line() + " ").isEmpty());
        assertTrue(Leaf.parse(leaf.line().replace("\"place\"", "\"Place\"")).isEmpty());
        assertTrue(Leaf.parse("{\"place\":3,\"leaf\":\"00\",\"erased\":1}").isEmpty());
    }

    private static List<Leaf> leaves(int count, Random random) {
        TreeSet<Integer> places = new TreeSet<>();
        while (places.size() < count) {
            places.add(random.nextInt(SparseTree.PLACES));
        }
        List<Leaf> leaves = new ArrayList<>();
        for (int place : places) {
            String salt = HEX.formatHex(bytes(random));
            leaves.add(new Leaf.Standing(place, new LeafText(salt, salt, salt + salt), 7, "x/v1/f" + place));
        }
        return leaves;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }
}
