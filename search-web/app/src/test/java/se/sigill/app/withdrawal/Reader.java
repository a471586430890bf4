package se.sigill.app.withdrawal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Somebody outside who asks for everything without a pause. One thread. */
final class Reader implements Runnable {
    /** An answer is one whether the record is there or not; this is how long a killed server may need to be back. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

    private static final long PAUSE_MILLIS = 500;

    private static final long REST_MILLIS = 30;

    private final Served served;
    private final Withdrawn withdrawn;
    private final SplittableRandom random;
    private final String address;

    Reader(Served served, Withdrawn withdrawn, long seed) {
        this.served = served;
        this.withdrawn = withdrawn;
        this.random = new SplittableRandom(seed);
        this.address = served.servers().openSite();
    }

    @Override
    public void run() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!withdrawn.isOver()) {
                String path = path(
                        served.published().get(random.nextInt(served.published().size())));
                // Whatever was acknowledged before this moment must not be in the answer.
                List<Served.Record> before = withdrawn.now();
                ask(client, path, before);
                // Eight that never rest would keep a killed server from coming back on a small machine.
                Thread.sleep(REST_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(HttpClient client, String path, List<Served.Record> before) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER_MAX)
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            withdrawn.answered(path, answer.statusCode(), text(answer.body()), before);
        } catch (IOException e) {
            // A server that was killed: it comes back.
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private String path(Served.Record record) {
        return switch (random.nextInt(8)) {
            case 0 -> "sv/handling/" + record.id();
            case 1 -> "fil/" + record.id() + "/0/fil.txt";
            case 2 -> "en/sok?q=" + record.mark();
            case 3 -> "sv/sok?q=" + record.mark().substring(0, record.mark().length() - 1) + "*";
            case 4 -> "sv/diarium.atom";
            case 5 -> "sv/sok?q=&ordning=nyast";
            case 6 -> "bevis/" + record.id() + "/0/bevis.zip";
            default -> "sv/sok?q=kanari";
        };
    }

    /** Bytes as they are: a zip is looked through as well, whose file is stored in it as it is. */
    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
