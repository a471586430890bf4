package se.sigill.core.seal.bouncy;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.sigill.core.keys.CertificateIssuer;
import se.sigill.core.keys.Identity;
import se.sigill.core.seal.TestIdentities;
import se.sigill.core.seal.TimeStampSource;

final class HttpAuthorityTest {
    private static final byte[] HASH = new byte[32];

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void takesAStampThatHolds() {
        answer(HttpAuthorityTest::stamped);

        assertInstanceOf(TimeStampSource.Stamped.class, ask(Duration.ofSeconds(20)));
    }

    @Test
    void takesNoStampThatWasAlteredOnTheWay() {
        answer(request -> {
            byte[] stamp = stamped(request);
            stamp[stamp.length - 5] ^= 1;
            return stamp;
        });

        assertInstanceOf(TimeStampSource.Unanswered.class, ask(Duration.ofSeconds(20)));
    }

    @Test
    void takesNoStampOfAnEarlierRequest() {
        byte[][] first = new byte[1][];
        answer(request -> {
            first[0] = first[0] == null ? stamped(request) : first[0];
            return first[0];
        });
        ask(Duration.ofSeconds(20));

        assertInstanceOf(TimeStampSource.Unanswered.class, ask(Duration.ofSeconds(20)));
    }

    @Test
    void takesNoAnswerThatIsTooLargeOrNonsense() {
        answer(request -> new byte[1 << 20]);
        assertInstanceOf(TimeStampSource.Unanswered.class, ask(Duration.ofSeconds(20)));
    }

    @Test
    void doesNotWaitForAnAuthorityThatIsSilent() {
        server.createContext("/", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        var answer = assertInstanceOf(TimeStampSource.Unanswered.class, ask(Duration.ofMillis(300)));

        assertTrue(answer.why().contains("did not answer"), answer.why());
    }

    private TimeStampSource.Answer ask(Duration waitMax) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return BouncySeal.authorityAt(address, waitMax, TestIdentities.RANDOM).stamp(HASH);
    }

    private void answer(UnaryOperator<byte[]> reply) {
        server.createContext("/", exchange -> {
            byte[] body = reply.apply(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    /** An outside authority, as another program would be one. */
    private static byte[] stamped(byte[] request) {
        Identity identity = TestIdentities.make(CertificateIssuer.Purpose.TIME_STAMPS);
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build("SHA256withECDSA", identity.key(), identity.certificate()),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    TSPAlgorithms.SHA256);
            tokens.addCertificates(new JcaCertStore(identity.chain()));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), BigInteger.TWO, Date.from(TestIdentities.NOW))
                    .getEncoded();
        } catch (org.bouncycastle.operator.OperatorCreationException
                | java.security.GeneralSecurityException
                | org.bouncycastle.tsp.TSPException
                | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
