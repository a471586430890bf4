package se.sigill.core.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.finding.Severity;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogBed;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.core.store.Samples;

/**
 * Tampering with the whole archive at once. What only an anchor shows is listed in docs/security.md and here: an archive
 * put back to an earlier state as a whole, and one made anew as a whole with the true keys.
 */
final class WhatOnlyAnAnchorShowsTest {
    @TempDir
    Path folder;

    @Test
    void anArchivePutBackAsAWholeIsFoundByAnAnchorOnly() throws IOException {
        SampleArchive archive = new SampleArchive(folder.resolve("home"));
        commit(archive, 1);
        Path earlier = folder.resolve("earlier");
        SampleArchive.copy(archive.archive(), earlier);
        commit(archive, 2);
        byte[] anchor = archive.log().head().note().bytes();

        assertEquals(List.of(), faults(archive, earlier, Optional.empty()));
        assertEquals(List.of("LOG-SHORTENED"), faults(archive, earlier, Optional.of(anchor)));
        assertEquals(List.of(), faults(archive, archive.home, Optional.of(anchor)));
    }

    @Test
    void anArchiveMadeAnewWithTheTrueKeysIsFoundByAnAnchorOnly() throws IOException {
        SampleArchive archive = new SampleArchive(folder.resolve("home"));
        commit(archive, 1);
        SampleArchive other = new SampleArchive(folder.resolve("other"), archive);
        commit(other, 2);
        byte[] anchor = archive.log().head().note().bytes();

        assertEquals(List.of(), faults(archive, other.home, Optional.empty()));
        assertEquals(List.of("LOG-FORKED"), faults(archive, other.home, Optional.of(anchor)));
    }

    @Test
    void aForkedLogIsFoundByTheSeal() throws IOException {
        SampleArchive archive = new SampleArchive(folder.resolve("home"));
        commit(archive, 1);
        SampleArchive other = new SampleArchive(folder.resolve("other"), archive);
        commit(other, 1);
        Path mixed = folder.resolve("mixed");
        Files.createDirectory(mixed);
        SampleArchive.copy(archive.archive().resolve("ocfl"), mixed.resolve("ocfl"));
        SampleArchive.copy(archive.archive().resolve("evidence"), mixed.resolve("evidence"));
        SampleArchive.copy(other.archive().resolve("log"), mixed.resolve("log"));

        assertEquals(List.of("LOG-FORKED"), faults(archive, mixed, Optional.empty()));
    }

    @Test
    void aBackDatedActIsFoundByLogAndSeal() throws IOException {
        SampleArchive archive = new SampleArchive(folder.resolve("home"));
        commit(archive, 1);
        var past = LogBed.AT.minus(Duration.ofDays(30));
        archive.log().append(List.of(new Act.HoldPlaced(past, LogBed.ANNA, Samples.id(1), "late")));
        archive.sealPeriod();

        assertEquals(List.of("LOG-ACT-BACKDATED", "SEAL-BACKDATED"), faults(archive, archive.home, Optional.empty()));
    }

    private void commit(SampleArchive archive, long number) throws IOException {
        archive.commit("b" + number, Samples.first(folder.resolve("spool" + number), Samples.id(number)));
        archive.sealPeriod();
    }

    private static List<String> faults(SampleArchive owner, Path path, Optional<byte[]> anchor) {
        TrustReport report = new Verifier(BouncySeal.formats(), Optional.of(owner.trust()), anchor).verify(path);
        assertTrue(
                report.from().words().startsWith("trusted"), report.findings().toString());
        TreeSet<String> codes = new TreeSet<>();
        report.findings().stream()
                .filter(f -> f.severity() != Severity.INFO)
                .forEach(f -> codes.add(f.code().id()));
        return List.copyOf(codes);
    }
}
