package se.sigill.core.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.core.tlog.MerkleVectors.ROOTS;
import static se.sigill.core.tlog.MerkleVectors.flipped;
import static se.sigill.core.tlog.MerkleVectors.hash;
import static se.sigill.core.tlog.MerkleVectors.hashes;
import static se.sigill.core.tlog.MerkleVectors.leaves;
import static se.sigill.core.tlog.MerkleVectors.root;
import static se.sigill.core.tlog.MerkleVectors.subtrees;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProofTest {
    private static final String L1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String N23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String N47 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String L4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String N45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String N67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String N03 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";

    @Test
    void computesThePublishedRoots() {
        for (int size = 0; size <= 8; size++) {
            assertEquals(ROOTS.get(size), root(leaves().subList(0, size)).hex());
        }
    }

    @Test
    void givesThePublishedInclusionProofs() throws IOException {
        SubtreeHashes tree = subtrees(leaves());

        assertEquals(List.of(), InclusionProof.prove(0, 1, tree).path());
        assertEquals(hashes(L1, N23, N47), InclusionProof.prove(0, 8, tree).path());
        assertEquals(hashes(L4, N67, N03), InclusionProof.prove(5, 8, tree).path());
        assertEquals(hashes(ROOTS.get(2)), InclusionProof.prove(2, 3, tree).path());
        assertEquals(
                hashes(ROOTS.get(1), N23, L4), InclusionProof.prove(1, 5, tree).path());
    }

    @Test
    void givesThePublishedConsistencyProofs() throws IOException {
        SubtreeHashes tree = subtrees(leaves());

        assertEquals(List.of(), ConsistencyProof.prove(1, 1, tree).path());
        assertEquals(hashes(L1, N23, N47), ConsistencyProof.prove(1, 8, tree).path());
        assertEquals(hashes(N45, N67, N03), ConsistencyProof.prove(6, 8, tree).path());
        assertEquals(hashes(N23, L4), ConsistencyProof.prove(2, 5, tree).path());
        assertTrue(ConsistencyProof.prove(6, 8, tree).verifies(hash(ROOTS.get(6)), hash(ROOTS.get(8))));
        assertFalse(ConsistencyProof.prove(6, 8, tree).verifies(hash(ROOTS.get(5)), hash(ROOTS.get(8))));
    }

    /** Every size to 70 and, beyond, the sizes around a full tile. */
    @Test
    void provesEveryEntryAndEveryEarlierSize() throws IOException {
        for (int size : sizes()) {
            TileTree tree = TileTree.of(size);
            TreeHash root = root(tree.leaves());
            assertEquals(root, tree.hashes().root(size));
            for (int i = 0; i < size; i++) {
                InclusionProof proof = InclusionProof.prove(i, size, tree.hashes());
                assertTrue(proof.verifies(tree.leaves().get(i), root), i + " in " + size);
                assertFalse(proof.verifies(root, root) && size > 1, i + " in " + size);
            }
            for (int old = 0; old <= size; old++) {
                TreeHash oldRoot = root(tree.leaves().subList(0, old));
                assertTrue(
                        ConsistencyProof.prove(old, size, tree.hashes()).verifies(oldRoot, root), old + " to " + size);
            }
        }
    }

    private static List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int size = 1; size <= 70; size++) {
            sizes.add(size);
        }
        sizes.addAll(List.of(127, 128, 129, 255, 256, 257, 299, 300));
        return sizes;
    }

    @Property(tries = 200)
    void provesAnyEntryOfAnySize(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(max = 1 << 20) int any)
            throws IOException {
        TileTree tree = TileTree.of(size);
        int index = any % size;
        InclusionProof proof = InclusionProof.prove(index, size, tree.hashes());
        TreeHash root = root(tree.leaves());

        assertTrue(proof.verifies(tree.leaves().get(index), root));
        int other = (index + 1) % size;
        if (other != index) {
            assertFalse(proof.verifies(tree.leaves().get(other), root));
            assertFalse(new InclusionProof(other, size, proof.path())
                    .verifies(tree.leaves().get(index), root));
        }
    }

    @Property(tries = 300)
    void failsWhenAnyBitOfAnInclusionProofIsFlipped(
            @ForAll @IntRange(min = 2, max = 300) int size,
            @ForAll @IntRange(max = 1 << 20) int any,
            @ForAll @IntRange(max = 255) int bit)
            throws IOException {
        TileTree tree = TileTree.of(size);
        int index = any % size;
        TreeHash leaf = tree.leaves().get(index);
        TreeHash root = root(tree.leaves());
        InclusionProof proof = InclusionProof.prove(index, size, tree.hashes());
        List<TreeHash> path = new ArrayList<>(proof.path());
        int step = any % path.size();
        path.set(step, flipped(path.get(step), bit));

        assertFalse(new InclusionProof(index, size, path).verifies(leaf, root));
        assertFalse(proof.verifies(flipped(leaf, bit), root));
        assertFalse(proof.verifies(leaf, flipped(root, bit)));
        assertFalse(new InclusionProof(index, size, path.subList(1, path.size())).verifies(leaf, root));
        path = new ArrayList<>(proof.path());
        path.add(leaf);
        assertFalse(new InclusionProof(index, size, path).verifies(leaf, root));
    }

    @Property(tries = 300)
    void failsWhenAnyBitOfAConsistencyProofIsFlipped(
            @ForAll @IntRange(min = 2, max = 300) int size,
            @ForAll @IntRange(max = 1 << 20) int any,
            @ForAll @IntRange(max = 255) int bit)
            throws IOException {
        TileTree tree = TileTree.of(size);
        int old = 1 + any % (size - 1);
        TreeHash oldRoot = root(tree.leaves().subList(0, old));
        TreeHash root = root(tree.leaves());
        ConsistencyProof proof = ConsistencyProof.prove(old, size, tree.hashes());
        List<TreeHash> path = new ArrayList<>(proof.path());
        int step = any % path.size();
        path.set(step, flipped(path.get(step), bit));

        assertTrue(proof.verifies(oldRoot, root));
        assertFalse(new ConsistencyProof(old, size, path).verifies(oldRoot, root));
        assertFalse(proof.verifies(flipped(oldRoot, bit), root));
        assertFalse(proof.verifies(oldRoot, flipped(root, bit)));
        assertFalse(new ConsistencyProof(
                        old, size, proof.path().subList(1, proof.path().size()))
                .verifies(oldRoot, root));
    }

    @Test
    void refusesProofsForWhatCannotBe() {
        assertThrows(TlogFormatException.class, () -> new InclusionProof(3, 3, List.of()));
        assertThrows(TlogFormatException.class, () -> new ConsistencyProof(4, 3, List.of()));
        assertThrows(IOException.class, () -> TileTree.of(5).hashes().at(2, 1));
    }

    @Test
    void doesNotTakeASmallerTreeForALargerOne() throws IOException {
        TileTree tree = TileTree.of(6);
        TreeHash root = root(tree.leaves());

        assertFalse(new ConsistencyProof(3, 6, List.of())
                .verifies(root(tree.leaves().subList(0, 3)), root));
        assertFalse(new ConsistencyProof(6, 6, tree.leaves()).verifies(root, root));
        assertFalse(new ConsistencyProof(0, 6, List.of()).verifies(root, root));
        assertTrue(ConsistencyProof.prove(0, 6, tree.hashes()).verifies(TreeHash.ofEmptyTree(), root));
    }
}
