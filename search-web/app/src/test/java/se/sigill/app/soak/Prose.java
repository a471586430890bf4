package se.sigill.app.soak;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Swedish words in no sensible order, as many as wanted, with compounds, numbers and names among them. */
final class Prose {
    /** An authority with the prefix of its diary numbers and classes of its plan. */
    record Board(String name, String prefix, List<String> classes) {}

    static final List<Board> BOARDS = List.of(
            new Board("Kommunstyrelsen", "KS", List.of("1.1", "1.2", "1.2", "1.4", "1.7", "2.2", "2.7", "2.5")),
            new Board("Byggnadsnämnden", "BN", List.of("3.1", "3.2", "3.3", "3.4", "1.2")),
            new Board("Socialnämnden", "SN", List.of("5.1", "5.2", "5.3", "1.2")),
            new Board("Barn- och utbildningsnämnden", "BUN", List.of("4.1", "4.2", "4.3", "4.4", "")));

    static final List<String> FIRST = List.of(
            "bygg",
            "skol",
            "väg",
            "miljö",
            "bostads",
            "vatten",
            "energi",
            "trafik",
            "kultur",
            "vård",
            "omsorgs",
            "fastighets",
            "idrotts",
            "hamn",
            "skogs");
    static final List<String> LAST = List.of(
            "lov",
            "plan",
            "beslut",
            "ansökan",
            "utredning",
            "avgift",
            "rapport",
            "nämnd",
            "strategi",
            "budget",
            "avtal",
            "protokoll",
            "karta",
            "tillsyn",
            "besiktning");
    static final List<String> PLAIN = List.of(
            "och",
            "att",
            "enligt",
            "handläggaren",
            "sökanden",
            "beviljas",
            "avslås",
            "överklaga",
            "ärendet",
            "sammanträdet",
            "kommunen",
            "åtgärder",
            "ändring",
            "översyn",
            "gräns",
            "tomten",
            "skolan",
            "vägen",
            "miljön",
            "vattnet",
            "bro",
            "bron",
            "bullret",
            "grannar",
            "yttrande",
            "remiss",
            "skrivelse",
            "underlag",
            "ekonomi",
            "kostnad",
            "sommaren",
            "vintern",
            "barnen",
            "äldre",
            "hemtjänst",
            "plats",
            "förskola");
    static final List<String> PEOPLE = List.of(
            "Anna Ek", "Bo Lind", "Cecilia Åkesson", "David Öberg", "Elin Ärlig", "Fastighets AB Eken", "Trafikverket");
    static final List<String> TYPES = List.of("Protokoll", "Beslut", "Ansökan", "Skrivelse", "Rapport", "Avtal");

    private final RandomGenerator random;

    Prose(RandomGenerator random) {
        this.random = random;
    }

    Board board() {
        return of(BOARDS);
    }

    String person() {
        return of(PEOPLE);
    }

    String type() {
        return of(TYPES);
    }

    String title() {
        return capital(compound()) + " om " + of(PLAIN) + " " + of(PLAIN);
    }

    String text(int words) {
        StringBuilder out = new StringBuilder(words * 8);
        for (int i = 0; i < words; i++) {
            out.append(i == 0 ? "" : i % 12 == 0 ? ".\n" : " ").append(word());
        }
        return out.toString();
    }

    private String word() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> compound();
            case 2 -> of(LAST);
            case 3 -> random.nextInt(4) == 0 ? Integer.toString(random.nextInt(3000)) : of(PLAIN);
            default -> of(PLAIN);
        };
    }

    private String compound() {
        return of(FIRST) + of(LAST);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
