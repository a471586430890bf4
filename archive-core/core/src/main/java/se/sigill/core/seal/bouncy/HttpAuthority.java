package se.sigill.core.seal.bouncy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import se.sigill.core.seal.Reading;
import se.sigill.core.seal.TimeStampSource;

/** An authority reached over HTTP. Whatever goes wrong is an answer that did not come, never a failure. */
final class HttpAuthority implements TimeStampSource {
    /** A token with its chain has 2 to 8 KiB. */
    private static final int ANSWER_BYTES_MAX = 64 * 1024;

    private static final int NONCE_BITS = 64;

    private final URI address;
    private final Duration waitMax;
    private final SecureRandom random;
    private final BouncySealFormats formats = new BouncySealFormats();

    HttpAuthority(URI address, Duration waitMax, SecureRandom random) {
        this.address = address;
        this.waitMax = waitMax;
        this.random = random;
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public Answer stamp(byte[] hash) {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request =
                requests.generate(NISTObjectIdentifiers.id_sha256, hash, new BigInteger(NONCE_BITS, random));
        try {
            HttpResponse<byte[]> response = ask(request.getEncoded());
            if (response.statusCode() != 200) {
                return new Unanswered(address.getHost() + " answered with HTTP status " + response.statusCode());
            }
            TimeStampResponse answer = new TimeStampResponse(response.body());
            answer.validate(request);
            TimeStampToken token = answer.getTimeStampToken();
            if (token == null) {
                return new Unanswered(address.getHost() + " refused with RFC 3161 status " + answer.getStatus());
            }
            return switch (formats.readTimeStamp(hash, token.getEncoded())) {
                case Reading.Holds _ -> new Stamped(token.getEncoded());
                case Reading.Broken(String why) -> new Unanswered("the stamp of " + address.getHost() + ": " + why);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unanswered("the request was interrupted");
        } catch (TimeoutException e) {
            return silent();
        } catch (ExecutionException e) {
            // The connection has the same time, and may be the first to use it up.
            return e.getCause() instanceof HttpTimeoutException
                    ? silent()
                    : new Unanswered(address.getHost() + " gave no stamp: " + e.getMessage());
        } catch (TSPException | IOException e) {
            return new Unanswered(address.getHost() + " gave no stamp: " + e.getMessage());
        } catch (RuntimeException e) {
            // The library throws several unchecked kinds at bytes that are no well-formed ASN.1.
            return new Unanswered(address.getHost() + " answered with something else than a stamp: " + e.getMessage());
        }
    }

    private Unanswered silent() {
        return new Unanswered(address.getHost() + " did not answer within " + waitMax.toSeconds() + " s");
    }

    private HttpResponse<byte[]> ask(byte[] request) throws InterruptedException, ExecutionException, TimeoutException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(waitMax)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                            .build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
            try {
                return answer.get(waitMax.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                // Closing waits for what is under way, so a body that never ends has to be cut off.
                client.shutdownNow();
            }
        }
    }
}
