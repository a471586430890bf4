package se.sigill.app.requests;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.app.request.AskedRequest;
import se.sigill.app.soak.LongRun;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;

/**
 * Two hundred ask, twenty answer, and a server is killed now and then: every request that got a code is there once,
 * nobody gets what is refused or what another asked for, no refusal counts with one person, and no word of it lies
 * outside.
 */
public final class RequestsRun implements LongRun {
    private static final int REGISTRARS = 20;
    private static final int CITIZENS = 200;
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int ROUNDS = 60;
    /** A server is killed in every so many rounds, the two in turn. */
    private static final int KILL_EVERY = 10;

    private static final long PAGE_MILLIS_MAX = 300;
    /** What was laid last is fetched by then. */
    private static final Duration SETTLE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public String about() {
        return "two hundred ask and twenty answer while servers are killed (a round: ten seconds)";
    }

    @Override
    public End run(Order order) throws Exception {
        Path folder = Files.createTempDirectory("sigill-requests");
        try {
            Office office = Office.founded(folder, REGISTRARS);
            Ledger ledger = new Ledger(order.out());
            office.servers().start();
            int kills;
            try {
                kills = run(office, ledger, order);
                Thread.sleep(SETTLE);
            } finally {
                office.servers().stop();
            }
            return end(office, ledger, kills);
        } finally {
            Trees.delete(folder);
        }
    }

    /** @return how often a server was killed */
    private static int run(Office office, Ledger ledger, Order order) throws Exception {
        List<Thread> people = new ArrayList<>();
        int kills = 0;
        // Each has a connection of their own, as people have: one that all share carries a hundred at a time.
        try (HttpClient open = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                HttpClient staff = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(office.servers().trust())
                        .build()) {
            for (int i = 0; i < REGISTRARS; i++) {
                people.add(Thread.ofPlatform()
                        .start(new Registrar(
                                staff,
                                office.servers().staffSite(),
                                office.accounts().get(i),
                                ledger,
                                order.seed() + i)));
            }
            for (int i = 0; i < CITIZENS; i++) {
                people.add(Thread.ofVirtual()
                        .start(new Asker(open, office.servers().openSite(), ledger, order.seed() + 1_000 + i)));
            }
            int rounds = order.rounds().orElse(ROUNDS);
            for (int round = 1; round <= rounds; round++) {
                Thread.sleep(ROUND);
                if (round % KILL_EVERY == 0 && round < rounds) {
                    office.servers().kill(kills++);
                    office.servers().start();
                    ledger.started();
                }
                if (round % KILL_EVERY == 0) {
                    order.out().println(round + ": " + said(ledger, kills));
                }
            }
            ledger.kinds().forEach((kind, pages) -> order.out()
                    .println(kind + ": " + pages.count() + ", p50 " + pages.p50Millis() + " ms, p95 "
                            + pages.p95Millis() + " ms"));
            Ledger.Pages calm = ledger.calmPages();
            order.out()
                    .println("staff, a minute and more after a start: " + calm.count() + ", p50 " + calm.p50Millis()
                            + " ms, p95 " + calm.p95Millis() + " ms");
            ledger.end();
            for (Thread each : people) {
                each.join();
            }
        }
        return kills;
    }

    private static End end(Office office, Ledger ledger, int kills) throws IOException {
        int lost = 0;
        int doubled = 0;
        int answered = 0;
        Set<String> numbers = new HashSet<>();
        Map<String, Integer> found = new HashMap<>();
        try (OpenArchive archive =
                OpenArchive.open(new Home(office.servers().running().home()))) {
            for (AskedRequest each : AskedRequest.all(archive)) {
                if (!numbers.add(each.number())) {
                    ledger.wrong("two requests have the number " + each.number());
                }
                found.merge(each.words().substring(each.words().lastIndexOf(' ') + 1), 1, Integer::sum);
                answered += each.request().copies().size()
                                        + each.request().letters().size()
                                > 0
                        ? 1
                        : 0;
                check(each.request(), ledger);
            }
        }
        for (String token : ledger.asked().keySet()) {
            int times = found.getOrDefault(token, 0);
            lost += times == 0 ? 1 : 0;
            doubled += times > 1 ? 1 : 0;
        }
        int outside = wordsOutside(office.servers().outside().root(), ledger);
        boolean quick = ledger.openPages().p95Millis() <= PAGE_MILLIS_MAX
                && ledger.staffPages().p95Millis() <= PAGE_MILLIS_MAX;
        boolean sound = lost == 0
                && doubled == 0
                && outside == 0
                && ledger.wrongCount() == 0
                && answered > 0
                && ledger.fetchedCount() > 0
                && quick;
        return new End(
                sound,
                String.format(
                        Locale.ROOT,
                        "%s; %d requests in the archive, %d answered, %d lost, %d doubled, %d wrong, %d in a file outside"
                                + "; pages within 300 ms: %s",
                        said(ledger, kills),
                        numbers.size(),
                        answered,
                        lost,
                        doubled,
                        ledger.wrongCount(),
                        outside,
                        quick ? "met" : "MISSED"));
    }

    private static String said(Ledger ledger, int kills) {
        Ledger.Pages open = ledger.openPages();
        Ledger.Pages staff = ledger.staffPages();
        return String.format(
                Locale.ROOT,
                "%d asked, %d files fetched, %d kills, %d tried again; open %d answers (p50 %d ms, p95 %d ms),"
                        + " staff %d (p50 %d ms, p95 %d ms)",
                ledger.asked().size(),
                ledger.fetchedCount(),
                kills,
                ledger.failures(),
                open.count(),
                open.p50Millis(),
                open.p95Millis(),
                staff.count(),
                staff.p50Millis(),
                staff.p95Millis());
    }

    /** Here no decision is made alone, and nothing is handed out that does not follow from one. */
    private static void check(Request request, Ledger ledger) {
        Set<Long> standing = new HashSet<>();
        for (Decision decision : request.decisions()) {
            boolean two = decision.signature()
                    .filter(second -> second.agrees() && !second.by().equals(decision.by()))
                    .isPresent();
            if (decision.outcome() == Outcome.REFUSED && decision.stands() && !two) {
                ledger.wrong("a refusal counts with one person");
            }
            if (decision.stands()) {
                standing.add(decision.act());
            }
        }
        Set<String> given = new HashSet<>();
        for (Request.Copy copy : request.copies()) {
            if (!standing.contains(copy.decision())) {
                ledger.wrong("a copy follows from no decision");
            }
            if (!given.add(copy.of())) {
                ledger.wrong("a record was handed out twice");
            }
        }
    }

    private static int wordsOutside(Path outside, Ledger ledger) throws IOException {
        int found = 0;
        try (Stream<Path> files = Files.walk(outside)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.contains("kvitto") && ledger.asked().keySet().stream().anyMatch(text::contains)) {
                    found++;
                }
            }
        }
        return found;
    }
}
