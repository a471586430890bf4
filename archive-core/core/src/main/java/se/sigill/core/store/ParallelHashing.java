package se.sigill.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Both digests of a large stream: the caller reads and takes SHA-256, a second thread takes SHA-512. */
final class ParallelHashing {
    private ParallelHashing() {}

    static Digests of(InputStream in, int blockBytes) throws IOException {
        MessageDigest sha256 = Hashing.digest("SHA-256");
        MessageDigest sha512 = Hashing.digest("SHA-512");
        byte[][] blocks = new byte[2][blockBytes];
        long size = 0;
        try (ExecutorService second = Executors.newSingleThreadExecutor()) {
            Future<?> before = second.submit(() -> {});
            for (int turn = 0; ; turn ^= 1) {
                // The other block may still be in the hands of the second thread; this one is free since the last wait.
                byte[] block = blocks[turn];
                int n = in.readNBytes(block, 0, blockBytes);
                if (n == 0) {
                    await(before);
                    break;
                }
                await(before);
                before = second.submit(() -> sha512.update(block, 0, n));
                sha256.update(block, 0, n);
                size += n;
            }
        }
        HexFormat hex = HexFormat.of();
        return new Digests(size, hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest()));
    }

    private static void await(Future<?> task) throws IOException {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while hashing");
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }
}
