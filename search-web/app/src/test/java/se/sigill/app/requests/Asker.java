package se.sigill.app.requests;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who asks for one record after another, looks with the code how it stands, and fetches what is there. */
final class Asker implements Runnable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final Pattern CODE = Pattern.compile("class=\"code\">([^<]+)<");
    private static final Pattern FILE = Pattern.compile("name=\"fil\" value=\"([0-9a-f]{32})\"");
    private static final Pattern NAME = Pattern.compile("filename\\*?=(?:UTF-8'')?\"?([^\";]+)");

    private final HttpClient client;
    private final String site;
    private final Ledger ledger;
    private final SplittableRandom random;

    Asker(HttpClient client, String site, Ledger ledger, long seed) {
        this.client = client;
        this.site = site;
        this.ledger = ledger;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void run() {
        try {
            rest(60_000);
            while (!ledger.isOver()) {
                asksOnce();
                rest(20_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void asksOnce() throws InterruptedException {
        int record = 1 + random.nextInt(Office.RECORDS);
        String token = "kvitto" + Long.toString(random.nextLong(Long.MAX_VALUE), 36);
        String words = "Jag vill läsa " + Office.number(record) + ". " + token;
        HttpResponse<byte[]> receipt = post("sv/begar", Map.of("ord", words, "form", "download", "gor", "skicka"));
        Matcher code = CODE.matcher(text(receipt));
        if (receipt == null || receipt.statusCode() != OK || !code.find()) {
            ledger.failed("no receipt: " + (receipt == null ? "away" : receipt.statusCode()));
            return;
        }
        ledger.asked(token, record);
        Set<String> seen = new HashSet<>();
        while (!ledger.isOver() && seen.isEmpty()) {
            rest(10_000);
            HttpResponse<byte[]> box = post("sv/folj", Map.of("kod", code.group(1)));
            Matcher file = FILE.matcher(text(box));
            while (file.find()) {
                if (seen.add(file.group(1))) {
                    fetches(code.group(1), file.group(1), record);
                }
            }
        }
    }

    private void fetches(String code, String file, int record) throws InterruptedException {
        HttpResponse<byte[]> answer = post("sv/folj/fil", Map.of("kod", code, "fil", file));
        if (answer == null || answer.statusCode() != OK) {
            return;
        }
        Matcher name =
                NAME.matcher(answer.headers().firstValue("content-disposition").orElse(""));
        String called = name.find() ? name.group(1) : "";
        ledger.fetched();
        if (called.equals(Office.file(record))) {
            if (Office.isRestricted(record)) {
                ledger.wrong("a record that was refused was handed out");
            }
            if (!Office.content(record).equals(new String(answer.body(), StandardCharsets.UTF_8))) {
                ledger.wrong("a copy is not what the record is");
            }
        } else if (called.startsWith("handling-") && !called.startsWith(Office.file(record))) {
            ledger.wrong("somebody got " + called + " who asked for " + Office.file(record));
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return answer == null ? "" : new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** @return null if the server was away or in trouble */
    private @org.jspecify.annotations.Nullable HttpResponse<byte[]> post(String path, Map<String, String> fields)
            throws InterruptedException {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            ledger.tookOpen(System.nanoTime() - start);
            if (answer.statusCode() >= 500) {
                ledger.failed("open " + answer.statusCode());
                return null;
            }
            return answer;
        } catch (IOException e) {
            ledger.failed("open " + e.getClass().getSimpleName());
            return null;
        }
    }

    private void rest(int millisMax) throws InterruptedException {
        Thread.sleep(random.nextInt(millisMax / 2, millisMax));
    }
}
