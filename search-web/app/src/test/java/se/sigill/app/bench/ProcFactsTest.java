package se.sigill.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFactsTest {
    @TempDir
    Path proc;

    @BeforeEach
    void writesThreeProcesses() throws IOException {
        process(10, "java", 1, "100 50 7 3", "  1024 kB");
        process(11, "a (strange) name", 10, "200 0 0 0", "  2048 kB");
        process(12, "other", 1, "900 900 900 900", "  4096 kB");
        Files.writeString(proc.resolve("10/io"), "rchar: 5\nwrite_bytes: 8192\ncancelled_write_bytes: 0\n");
        Files.writeString(proc.resolve("meminfo"), "MemTotal:       24000 kB\nMemFree: 1 kB\n");
    }

    @Test
    void findsTheDescendantsOfAProcess() {
        assertEquals(List.of(10L, 11L), new ProcFacts(proc).tree(10));
    }

    @Test
    void sumsProcessorTimeOverTheTreeAndItsEndedChildren() {
        assertEquals(3.6, new ProcFacts(proc).cpuSeconds(10), 1e-9);
    }

    @Test
    void sumsProportionalMemoryOverTheTree() {
        assertEquals(3072 * 1024, new ProcFacts(proc).pssBytes(10));
    }

    @Test
    void readsBytesWrittenAndTheMemoryOfTheMachine() {
        ProcFacts facts = new ProcFacts(proc);

        assertEquals(8192, facts.writtenBytes(10));
        assertEquals(24000 * 1024, facts.memoryBytes());
    }

    @Test
    void countsAProcessThatHasEndedAsNothing() {
        ProcFacts facts = new ProcFacts(proc);

        assertEquals(0, facts.pssBytes(77));
        assertEquals(0, facts.cpuSeconds(77));
        assertEquals(0, facts.writtenBytes(77));
    }

    @Test
    void readsThisProcessWhereThereIsProc() {
        ProcFacts facts = ProcFacts.ofThisMachine();
        Assumptions.assumeTrue(facts.isThere(), "there is no /proc here");

        assertTrue(facts.pssBytes(ProcessHandle.current().pid()) > 10 << 20);
        assertTrue(facts.cpuSeconds(ProcessHandle.current().pid()) > 0);
    }

    private void process(long pid, String name, long parent, String ticks, String pss) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(Long.toString(pid)));
        Files.writeString(
                folder.resolve("stat"),
                pid + " (" + name + ") S " + parent + " 1 1 0 -1 4194560 1 2 3 4 " + ticks + " 20 0 1 0 5\n");
        Files.writeString(folder.resolve("smaps_rollup"), "0-1 ---p 0 0 0 [rollup]\nRss: 1 kB\nPss:" + pss + "\n");
    }
}
