package se.sigill.core.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;

/** Encrypts so many bytes and decrypts them at once, and prints how many came out: for a process with little memory. */
final class LargeFile {
    private LargeFile() {}

    public static void main(String[] arguments) throws IOException {
        long size = Long.parseLong(arguments[0]);
        BoxKey key = FollowCode.make(new SecureRandom()).boxKey();
        PipedInputStream from = new PipedInputStream(1 << 20);
        PipedOutputStream to = new PipedOutputStream(from);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(to, key, size));
        long read = 0;
        try (InputStream in = PrivateBox.decrypt(from, key, "a")) {
            byte[] block = new byte[100_000];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                read += n;
            }
        }
        writing.join();
        System.out.println(read);
    }

    private static void write(OutputStream to, BoxKey key, long size) {
        try (OutputStream out = PrivateBox.encrypt(to, key, "a")) {
            byte[] block = new byte[100_000];
            for (long written = 0; written < size; written += block.length) {
                block[0]++;
                out.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
