package se.sigill.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.sigill.core.failpoint.Failpoint;

/** How a depositing process is to die. */
sealed interface Death {
    /** By itself, when it comes there for the n-th time. It may be done before it gets there so often. */
    record AtFailpoint(Failpoint point, int nth) implements Death {
        String option() {
            return "-Dsigill.failpoint=" + point.word() + ":" + nth;
        }
    }

    /** By our hand, so long after it has given so many receipts; after none, so long after it was started. */
    record AtMoment(int receipts, long millis) implements Death {}

    /** A process, and when it is ours to kill. */
    final class Watch {
        private final Process process;
        private final Path output;
        private final Path receipts;
        private final Death death;
        private final long begin = System.nanoTime();
        private long due = Long.MAX_VALUE;
        private boolean ours;

        Watch(Process process, Path output, Path receipts, Death death) {
            this.process = process;
            this.output = output;
            this.receipts = receipts;
            this.death = death;
        }

        /** Kills it if its moment has come. @return whether it has ended */
        boolean look() throws IOException {
            if (!process.isAlive()) {
                return true;
            }
            if (death instanceof AtMoment(int wanted, long millis)) {
                long now = System.nanoTime();
                if (due == Long.MAX_VALUE && given() >= wanted) {
                    due = (wanted == 0 ? begin : now) + TimeUnit.MILLISECONDS.toNanos(millis);
                }
                if (now >= due) {
                    kill();
                }
            }
            return false;
        }

        void kill() {
            ours = true;
            process.destroyForcibly();
        }

        /** Whether it was we who ended it; a process that ended just before that was not killed. */
        boolean wasKilledByUs() {
            return ours && process.exitValue() == KILLED;
        }

        int exit() {
            return process.exitValue();
        }

        void awaitMillis(long millis) throws InterruptedException {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        }

        Death death() {
            return death;
        }

        Path receipts() {
            return receipts;
        }

        /** How it was to die, and all it said. */
        @Override
        public String toString() {
            try {
                return death + ": " + Files.readString(output);
            } catch (IOException e) {
                return death + ", with no output that can be read: " + e;
            }
        }

        private long given() throws IOException {
            if (!Files.isDirectory(receipts)) {
                return 0;
            }
            try (Stream<Path> files = Files.list(receipts)) {
                return files.count();
            }
        }
    }

    /** What a process ends with that was killed, by the operating system or at a failpoint. */
    int KILLED = 137;
}
