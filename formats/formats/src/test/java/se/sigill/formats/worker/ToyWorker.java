package se.sigill.formats.worker;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/** A worker that does what the name of the file says: hang, crash, eat, flood, babble; else it tells its process id. */
final class ToyWorker {
    private ToyWorker() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(System.in);
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        Frames.write(out, JsonWriter.bytes(Json.object().with("ready", true)));
        out.flush();
        for (Optional<byte[]> body = Frames.read(in, 1 << 20); body.isPresent(); body = Frames.read(in, 1 << 20)) {
            Json.Obj job = JsonReader.parse(body.get()).asObject();
            Frames.write(out, answer(job.text("name")));
            out.flush();
        }
    }

    private static byte[] answer(String name) throws InterruptedException {
        String what = name.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
        return switch (what) {
            case "hang" -> {
                new CountDownLatch(1).await();
                yield new byte[0];
            }
            case "crash" -> {
                Runtime.getRuntime().halt(139);
                yield new byte[0];
            }
            case "eat" -> {
                List<long[]> eaten = new ArrayList<>();
                while (!eaten.contains(null)) {
                    eaten.add(new long[1 << 20]);
                }
                yield new byte[0];
            }
            case "flood" -> new byte[1 << 20];
            case "babble" -> new byte[] {'{', 'x'};
            default ->
                JsonWriter.bytes(Wire.write(se.sigill.formats.Identification.unknown(List.of()))
                        .with("basis", "pid " + ProcessHandle.current().pid()));
        };
    }
}
