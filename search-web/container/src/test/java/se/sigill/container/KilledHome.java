package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.sigill.app.run.Running;
import se.sigill.core.config.Home;
import se.sigill.core.log.Act;

/**
 * An archive as two kills leave it. The first depositor was killed as soon as it had its receipt, so that all it
 * delivered lies in the spool. The second, which went on with that, died between the log and the catalogue: some of the
 * records are committed and the catalogue does not know them, the others still wait.
 *
 * @param words one of each document that a receipt was given for, and of no other
 */
record KilledHome(List<String> words) {
    private static final int KILLED = 137;
    /** More than one batch, so that some still wait when the second dies. */
    private static final int DOCUMENTS = 5;

    private static final int TRIES_MAX = 5;
    private static final long LOOK_MILLIS = 2;
    private static final long LIMIT_SECONDS = 60;

    KilledHome {
        words = List.copyOf(words);
    }

    static KilledHome make(Running running) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        boolean killed = false;
        for (int i = 0; i < TRIES_MAX && !killed; i++) {
            Path folder = documents(ServerFolder.top().resolve("in-" + i), i, words);
            killed = killedAtReceipt(running, folder, ServerFolder.top().resolve("receipts-" + i));
        }
        assertTrue(killed, "the depositor was quicker than its killer each time");
        long sealedBefore = Archives.acts(Act.Sealed.class, 0).size();
        Path nothing = Files.createDirectories(ServerFolder.top().resolve("nothing"));
        Process second = depositor(
                running,
                List.of("-Dsigill.failpoint=log-after-checkpoint:1"),
                nothing,
                ServerFolder.top().resolve("no-receipts"));
        assertTrue(second.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "the second did not end");
        assertEquals(KILLED, second.exitValue(), "the second did not die where it should");
        long sealed = Archives.acts(Act.Sealed.class, 0).size();
        assertTrue(sealed > sealedBefore, "nothing was committed before the second died");
        assertTrue(sealed < words.size(), "nothing waits");
        assertTrue(waits(), "the spool is empty");
        return new KilledHome(words);
    }

    private static boolean waits() throws IOException {
        try (Stream<Path> all = Files.walk(new Home(ServerFolder.home()).spool())) {
            return all.anyMatch(Files::isRegularFile);
        }
    }

    /** Each has a word of its own, of letters alone. */
    private static Path documents(Path folder, int round, List<String> words) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < DOCUMENTS; i++) {
            String word = "kvarnord" + "bcdfg".charAt(round) + "o" + "klmnprst".charAt(i) + "aslut";
            Files.writeString(folder.resolve("handling-" + i + ".txt"), "Tjänsteskrivelse om " + word + ".\n");
            words.add(word);
        }
        return folder;
    }

    private static boolean killedAtReceipt(Running running, Path folder, Path receipts)
            throws IOException, InterruptedException {
        Process process = depositor(running, List.of(), folder, receipts);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            if (isGiven(receipts)) {
                // On this system that is SIGKILL.
                process.destroyForcibly();
            }
            process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        assertTrue(isGiven(receipts), "no receipt: see " + receipts + ".txt");
        return process.waitFor() == KILLED;
    }

    private static boolean isGiven(Path receipts) throws IOException {
        if (!Files.isDirectory(receipts)) {
            return false;
        }
        try (Stream<Path> files = Files.list(receipts)) {
            return files.findAny().isPresent();
        }
    }

    /** The depositor of the long runs, which reads text without starting engines. */
    private static Process depositor(Running running, List<String> options, Path folder, Path receipts)
            throws IOException {
        Path output = Path.of(receipts + ".txt");
        try {
            return Running.program(
                    options,
                    output,
                    Class.forName("se.sigill.app.soak.PlainDepositor"),
                    List.of(running.home().toString(), folder.toString(), receipts.toString()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
