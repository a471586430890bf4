package se.sigill.app.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The open site as anyone reads it: pages over HTTP, one connection that is kept. The caller closes. */
final class OpenSite implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final Pattern COUNT = Pattern.compile("([0-9]+) documents? (?:is|are) in the register here");
    private static final Pattern RECORD = Pattern.compile("href=\"[^\"]*/handling/([0-9a-hjkmnp-tv-z]{26})");

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_MAX)
            .build();

    /** @param address with a slash at its end */
    OpenSite(URI address) {
        this.address = address;
    }

    /** How many documents the first page says there are; 0 while nothing was ever published, where it says nothing. */
    long count() throws IOException {
        Matcher matcher = COUNT.matcher(page("en/"));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** Ids of records on a page. */
    List<String> records(String path) throws IOException {
        Matcher matcher = RECORD.matcher(page(path));
        List<String> ids = new ArrayList<>();
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids.stream().distinct().toList();
    }

    /** The page with facets and highlighted hits that answers a query. */
    String search(String query) throws IOException {
        return page(searchFor(query));
    }

    static String searchFor(String query) {
        return "sv/sok?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** @throws IOException if the answer is not 200 */
    String page(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_MAX)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("the open site answered " + path + " with " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the open site answered");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
