package se.sigill.app.requests;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.app.run.StaffBrowser;
import se.sigill.core.json.Json;

/** Somebody at the desk: takes what waits, and does with it what its page says comes next. */
final class Registrar implements Runnable {
    private static final int SEE_OTHER = 303;
    private static final int OK = 200;
    /** Quicker than anybody reads a page. */
    private static final int THINK_MILLIS = 4_000;
    /** A one-time code counts once, and the next comes half a minute later. */
    private static final int NEXT_CODE_MILLIS = 35_000;

    private static final int FIRST = 60;
    private static final Pattern REQUEST = Pattern.compile("href=\"/sv/begaran/([0-9a-z]{26})\"");
    private static final Pattern ASKED = Pattern.compile("KS 2026/([0-9]+)\\. kvitto");
    private static final Pattern ITEM = Pattern.compile("name=\"handling\" value=\"([0-9a-z]{26})\"");
    private static final Pattern WAITS = Pattern.compile("name=\"akt\" value=\"([0-9]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"sett\" value=\"([0-9]+)\"");

    private final HttpClient client;
    private final String site;
    private final Json.Obj account;
    private final Ledger ledger;
    private final SplittableRandom random;
    private String password;
    private StaffBrowser browser;

    Registrar(HttpClient client, String site, Json.Obj account, Ledger ledger, long seed) {
        this.client = client;
        this.site = site;
        this.account = account;
        this.ledger = ledger;
        this.random = new SplittableRandom(seed);
        this.password = account.text("password");
        this.browser = new StaffBrowser(client, site);
    }

    @Override
    public void run() {
        try {
            boolean in = false;
            // All from one machine: they do not all come at once.
            Thread.sleep(random.nextInt(NEXT_CODE_MILLIS));
            while (!ledger.isOver()) {
                try {
                    in = in ? work() : logIn();
                } catch (IOException e) {
                    ledger.failed("staff " + e.getClass().getSimpleName());
                }
                Thread.sleep(random.nextInt(THINK_MILLIS / 2, THINK_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HMAC-SHA-1", e);
        }
    }

    /** The first time the password that was given is changed. A code counts once: the next one is half a minute away. */
    private boolean logIn() throws IOException, InterruptedException, GeneralSecurityException {
        browser = new StaffBrowser(client, site);
        String code = StaffBrowser.code(account.text("secret"), 0);
        HttpResponse<String> in = browser.post(
                "sv/logga-in", Map.of("namn", account.text("account"), "losen", password, "kod", code, "till", ""));
        if (in.statusCode() != SEE_OTHER) {
            ledger.failed("log-in " + in.statusCode());
            Thread.sleep(NEXT_CODE_MILLIS);
            return false;
        }
        if (password.equals(account.text("password"))) {
            String chosen = "tre ord om kvarnbryggan " + random.nextInt(1_000, 10_000);
            HttpResponse<String> changed =
                    browser.post("sv/konto/losenord", Map.of("gammalt", password, "nytt", chosen));
            if (changed.statusCode() == SEE_OTHER) {
                password = chosen;
            } else {
                ledger.failed("password " + changed.statusCode());
            }
            Thread.sleep(NEXT_CODE_MILLIS);
            return false;
        }
        return true;
    }

    /** @return false if the session is over */
    private boolean work() throws IOException, InterruptedException {
        HttpResponse<String> queue = get("sv/begaran");
        if (queue.statusCode() != OK) {
            return queue.statusCode() >= 500;
        }
        List<String> waiting = new ArrayList<>();
        Matcher link = REQUEST.matcher(queue.body());
        while (link.find() && waiting.size() < FIRST) {
            waiting.add(link.group(1));
        }
        if (!waiting.isEmpty()) {
            handle("sv/begaran/" + waiting.get(random.nextInt(waiting.size())));
        }
        return true;
    }

    /** As many steps as there are, until it waits for somebody else. */
    private void handle(String path) throws IOException, InterruptedException {
        for (int step = 0; step < 6 && !ledger.isOver(); step++) {
            HttpResponse<String> page = get(path);
            if (page.statusCode() != OK || !step(path, page.body())) {
                return;
            }
            Thread.sleep(random.nextInt(THINK_MILLIS / 2, THINK_MILLIS));
        }
    }

    /** @return whether something was done */
    private boolean step(String path, String page) throws IOException, InterruptedException {
        Matcher waits = WAITS.matcher(page);
        Matcher asked = ASKED.matcher(page);
        Matcher item = ITEM.matcher(page);
        Matcher seen = SEEN.matcher(page);
        if (waits.find()) {
            return did(path + "/granska", Map.of("akt", waits.group(1), "svar", "ja", "skal", ""));
        }
        if (!asked.find()) {
            return false;
        }
        int record = Integer.parseInt(asked.group(1));
        if (page.contains(path + "/lamna-ut\"")) {
            return did(path + "/lamna-ut", Map.of());
        }
        boolean decided = page.contains("<strong>Lämnas ");
        if (!decided && item.find() && seen.find()) {
            return did(path + "/beslut", decision(item.group(1), seen.group(1), record));
        }
        if (!decided) {
            return did(path + "/handlingar", Map.of("handlingar", Office.number(record)));
        }
        return !page.contains("Väntar på en andra person")
                && page.contains(path + "/avsluta\"")
                && did(path + "/avsluta", Map.of("hur", "answered", "skal", ""));
    }

    private static Map<String, String> decision(String of, String seen, int record) {
        return Office.isRestricted(record)
                ? Map.of(
                        "handling", of,
                        "sett", seen,
                        "utgang", "refused",
                        "bestammelse", "OSL 26:1",
                        "skal", "Det står inte klart att uppgifterna kan röjas utan men.",
                        "inte-mindre", "Uppgifterna finns i hela handlingen, och ett förbehåll räcker inte.")
                : Map.of("handling", of, "sett", seen, "utgang", "whole");
    }

    private boolean did(String path, Map<String, String> fields) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer = browser.post(path, fields);
        ledger.tookStaff(path.substring(path.lastIndexOf('/') + 1), System.nanoTime() - start);
        if (answer.statusCode() != SEE_OTHER) {
            // Another came first, or the server is going away.
            ledger.failed("staff " + answer.statusCode());
        }
        return answer.statusCode() == SEE_OTHER;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer = browser.get(path);
        ledger.tookStaff(path.endsWith("begaran") ? "queue" : "request", System.nanoTime() - start);
        return answer;
    }
}
