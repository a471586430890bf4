package se.sigill.engines;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does what the first word of a file says: {@code HANG}, {@code CRASH}, {@code EAT}, {@code FLOOD}, {@code BABBLE}; any
 * other file is plain text of one page. Speaks the frames of {@code se.sigill.formats.worker}.
 */
public final class Worker {
    private static final Pattern PATH = Pattern.compile("\"file\":\"([^\"]+)\"");
    private static final int FLOOD_BYTES = 64 << 20;

    private Worker() {}

    /** Runs until its input ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        send(out, "{\"ready\":true}".getBytes(StandardCharsets.UTF_8));
        while (true) {
            byte[] job = new byte[in.readInt()];
            in.readFully(job);
            send(out, answer(new String(job, StandardCharsets.UTF_8)));
        }
    }

    private static void send(DataOutputStream out, byte[] body) throws IOException {
        out.writeInt(body.length);
        out.write(body);
        out.flush();
    }

    private static byte[] answer(String job) throws IOException, InterruptedException {
        Matcher path = PATH.matcher(job);
        String text = path.find() ? Files.readString(Path.of(path.group(1))).strip() : "";
        switch (text.split("\\W", 2)[0]) {
            case "HANG" -> new CountDownLatch(1).await();
            case "CRASH" -> Runtime.getRuntime().halt(139);
            case "EAT" -> {
                List<long[]> eaten = new ArrayList<>();
                while (eaten.size() < Integer.MAX_VALUE) {
                    eaten.add(new long[1 << 20]);
                }
            }
            case "FLOOD" -> {
                return new byte[FLOOD_BYTES];
            }
            case "BABBLE" -> {
                return "{x".getBytes(StandardCharsets.UTF_8);
            }
            default -> {}
        }
        return page(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String page(String text) {
        return """
                {"identification":{"puid":"x-fmt/111","mime":"text/plain","name":"Plain Text File","basis":"stand-in",
                "method":"SIGNATURE","conflicts":[],"findings":[]},
                "text":[{"path":"0","name":"","mime":"text/plain","pages":[{"number":0,"text":"%s"}]}],
                "parts":[],"findings":[]}""".formatted(text.replaceAll("[\\\\\"\\p{Cntrl}]", " "));
    }
}
