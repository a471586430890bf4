package se.sigill.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Visitors of the open site who would be known again if a server wrote anything down of them: by what they search for,
 * by their address, by their browser, by the page they come from.
 */
final class Canaries {
    private static final int VISITORS = 20;
    private static final int QUESTIONS = 8;

    /** Of the loopback network, and of nothing else here. */
    private static final String NETWORK = "127.77.3.";

    private final SSLContext context;
    private final URI address;
    private final List<String> words = new ArrayList<>();
    /** What was asked for in a request: a received record inside, and nothing outside. */
    private final List<String> asked = new ArrayList<>();

    Canaries(SSLContext context, String address) {
        this.context = context;
        this.address = URI.create(address);
        words.add(NETWORK);
    }

    private String canary(String kind, int number) {
        String word = kind + "kanarie" + Integer.toString(number * 7919 + 100_003, 36);
        words.add(word);
        return word;
    }

    void visit() throws IOException, InterruptedException {
        for (int visitor = 0; visitor < VISITORS; visitor++) {
            String agent = canary("agent", visitor);
            String referrer = canary("sida", visitor);
            try (HttpClient client = HttpClient.newBuilder()
                    .sslContext(context)
                    .localAddress(InetAddress.ofLiteral(NETWORK + (visitor + 2)))
                    .build()) {
                for (int i = 0; i < QUESTIONS; i++) {
                    String word = canary("sok", visitor * QUESTIONS + i);
                    String path =
                            switch (i) {
                                case 0 -> "sv/sok?q=" + word;
                                case 1 -> "en/sok?q=" + word + "&namnd=" + word + "&ordning=nyast";
                                case 2 -> "sv/handling/" + word;
                                case 3 -> "sv/arende?nr=" + word;
                                case 4 -> "sv/begar?q=" + word + "&id=" + word;
                                case 5 -> "sv/begar";
                                case 6 -> "en/folj";
                                default -> word + "/" + word;
                            };
                    HttpRequest request = HttpRequest.newBuilder(address.resolve("/" + path))
                            .header("User-Agent", agent)
                            .header("Referer", "https://" + referrer + ".example/")
                            .header("Cookie", "x=" + word)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Sec-Fetch-Site", "same-origin")
                            .method(
                                    i > 4 ? "POST" : "GET",
                                    HttpRequest.BodyPublishers.ofString(i > 4 ? form(word, wanted(i, visitor)) : ""))
                            .build();
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    // Asking is closed where no inside has laid its key.
                    assertTrue(
                            answer.statusCode() < 500 || answer.statusCode() == 503, path + ": " + answer.statusCode());
                    assertTrue(answer.headers().firstValue("set-cookie").isEmpty(), "a cookie");
                }
            }
        }
    }

    /** What a visitor asks for in words; where nothing is asked, one more that must stand nowhere. */
    private String wanted(int question, int visitor) {
        if (question != 5) {
            return canary("annat", visitor * QUESTIONS + question);
        }
        String word = "fragakanarie" + Integer.toString(visitor * 7919 + 100_003, 36);
        asked.add(word);
        return word;
    }

    private static String form(String word, String wanted) {
        return "gor=skicka&ord=" + wanted + "&kod=" + word + "&epost=" + word + "%40example.se&form=e-mail";
    }

    /** What is no request, or too much of one: the server answers it before any of our code is asked. */
    void stumble() throws IOException {
        String word = canary("fel", 1);
        for (String request : List.of(
                word + "\r\n\r\n",
                "GET /" + word + "%zz HTTP/1.1\r\nHost: " + word + "\r\n\r\n",
                "GET /sv/sok?q=" + word + " HTTP/9.9\r\nHost: x\r\n\r\n",
                "BREW /" + word + " HTTP/1.1\r\nHost: x\r\nUser-Agent: " + word + "\r\n\r\n",
                "GET /sv/ HTTP/1.1\r\nHost: x\r\nX-Long: " + word.repeat(2000) + "\r\n\r\n",
                "GET /../../" + word + " HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n")) {
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.ofLiteral(NETWORK + "200"), 0));
                socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 5000);
                socket.setSoTimeout(3000);
                OutputStream out = socket.getOutputStream();
                out.write(request.getBytes(StandardCharsets.UTF_8));
                out.flush();
                byte[] _ = socket.getInputStream().readNBytes(64);
            } catch (IOException _) {
                // Cut off or made to wait: either will do.
            }
        }
    }

    /** Whether any file below these folders has a word of them, in one of the forms in which it might stand there. */
    void areNowhereIn(Path... folders) throws IOException {
        List<byte[]> needles = new ArrayList<>();
        for (String word : words) {
            needles.add(word.getBytes(StandardCharsets.UTF_8));
            needles.add(word.getBytes(StandardCharsets.UTF_16LE));
            needles.add(word.getBytes(StandardCharsets.UTF_16BE));
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(word.getBytes(StandardCharsets.UTF_8));
            needles.add(base64.substring(0, base64.length() - 2).getBytes(StandardCharsets.US_ASCII));
        }
        List<String> found = new ArrayList<>();
        long files = 0;
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files++;
                    String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
                    if (!isOfRecords(folder.relativize(file))) {
                        asked.stream().filter(text::contains).forEach(word -> found.add(file + " has " + word));
                    }
                    for (byte[] needle : needles) {
                        if (text.contains(new String(needle, StandardCharsets.ISO_8859_1))) {
                            found.add(file + " has " + new String(needle, StandardCharsets.UTF_8));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), found);
        assertTrue(files > 50, "the test looks at the wrong folders: " + files + " files");
    }

    /** Where the text of a received record stands: in its object, and in what finds it for the staff. */
    private static boolean isOfRecords(Path file) {
        return file.startsWith(Path.of("archive", "ocfl")) || file.startsWith("index");
    }

    /** A server that runs replaces files of its working area: one that is gone by now holds nothing. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return new byte[0];
        }
    }
}
