package se.sigill.app.serve;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import se.sigill.core.config.Endpoint;
import se.sigill.core.keys.ServerKey;

/** Asks a server on this machine. The caller closes. */
final class ServerClient implements AutoCloseable {
    /** On this machine it answers in milliseconds, or while it starts not at all. */
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    private static final int ANSWER_BYTES_MAX = 4 << 20;

    private final URI address;
    private final HttpClient client;

    ServerClient(Endpoint endpoint, ServerKey key) {
        this.address = URI.create(endpoint.address());
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER);
        this.client = (endpoint.plain()
                        ? builder
                        : builder.sslContext(
                                OneCertificate.context(key.identity().certificate())))
                .build();
    }

    /** What a server answered. */
    record Answer(int status, String body) {}

    /** @param path without a slash before it @param token empty for none @return empty if it does not answer */
    Optional<Answer> get(String path, String token, Duration wait) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(wait).header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return answer(request.build());
    }

    /** Sends a file and waits for the whole answer. @return empty if there is none, as {@link #get} */
    Optional<Answer> send(String path, String token, Path file, Duration wait) throws FileNotFoundException {
        return answer(HttpRequest.newBuilder(address.resolve(path))
                .timeout(wait)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build());
    }

    private Optional<Answer> answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(
                    request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
            return Optional.of(new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What a server sends as it becomes known. The caller reads and closes the stream. */
    record Stream(int status, InputStream body) {}

    /**
     * Sends a body and reads the answer as it comes, however long it takes.
     *
     * @throws IOException if the server does not answer
     */
    Stream post(String path, String token, String json) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return new Stream(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
