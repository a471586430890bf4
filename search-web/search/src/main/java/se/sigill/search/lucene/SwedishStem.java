package se.sigill.search.lucene;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes Swedish endings off: definite and plural forms, genitive, comparison, neuter, and the commonest of verbs, so
 * that {@code bygglovet}, {@code bygglovens} and {@code bygglov} meet, and {@code handlingarna}, {@code handlingar} and
 * {@code handling}. The word itself must stay what its forms become: {@code kommun} keeps the n that {@code kommunen}
 * shows after its ending is gone, and {@code resultat} is no verb. Light on purpose: what it does not join, such as
 * {@code ansökan} and {@code ansökning}, {@link Vocabulary#relatives} does, with less weight.
 */
final class SwedishStem {
    /** Words that end so have an s of their own. */
    private static final List<String> OWN_S = words("""
            ss is us os ös ys uls urs börs plats insats uppsats slutsats esats ssats ansats gräns annons ferens rrens
            petens kvens licens ligens istens tendens finans balans bulans verans lerans bstans nstans istans
            """);

    /** Definite forms of words that end in i, ö, å and o: their n alone is the ending. */
    private static final List<String> LONE_N = words("""
            ern eln orn ogin rgin egin strin orin atin nomin rafin antin ofin jön ivån varon
            """);

    /** What is left of {@code vattnet} and {@code registret}, and not of {@code vatten} and {@code register}. */
    private static final List<String> BARE = words("ttn ckn ppn xn tr kr pr dr");

    private static final List<String> FULL = words("ändr andr fordr");

    /** The first that fits a word is taken off: longest first. */
    private static final List<Rule> RULES = List.of(
            new Rule("heterna", 7, 4),
            new Rule("elserna", 7, 3),
            new Rule("andena", 6, 4),
            new Rule("mannen", 3, 5),
            new Rule("männen", 3, 5),
            new Rule("heten", 5, 4),
            new Rule("heter", 5, 4),
            new Rule("elser", 5, 3),
            new Rule("elsen", 5, 3),
            new Rule("andet", 5, 4, "mlandet nlandet tlandet slandet rdlandet bandet"),
            new Rule("anden", 5, 4, "mlanden nlanden tlanden slanden rdlanden banden handen branden stranden"),
            new Rule("eerna", 5, 3),
            new Rule("arna", 4, 3),
            new Rule("erna", 4, 3),
            new Rule("orna", 4, 3),
            new Rule("aren", 4, 3),
            new Rule("aste", 4, 4),
            new Rule("ande", 4, 4),
            new Rule("else", 4, 3),
            new Rule("bart", 1, 5),
            new Rule("löst", 1, 5),
            new Rule("samt", 1, 5),
            new Rule("mänt", 1, 5),
            new Rule("dant", 1, 5),
            new Rule("kert", 3, 3),
            new Rule("alt", 1, 5, "halt salt gestalt"),
            new Rule("ört", 1, 4),
            new Rule("ärt", 1, 5),
            new Rule("årt", 1, 4),
            new Rule("elt", 1, 3),
            new Rule("igt", 1, 3),
            new Rule("skt", 1, 4),
            new Rule("llt", 1, 4),
            new Rule("ngt", 1, 4),
            new Rule("ögt", 1, 3),
            new Rule("rkt", 1, 4),
            new Rule("ckt", 1, 4),
            new Rule("stort", 1, 4),
            new Rule("klart", 1, 4),
            new Rule("visst", 1, 4),
            new Rule("vt", 1, 4),
            new Rule("are", 3, 3),
            new Rule("ast", 3, 4, "kontrast last"),
            new Rule("het", 3, 4),
            new Rule("ade", 3, 3),
            new Rule("ena", 3, 3),
            new Rule("eer", 3, 3),
            new Rule(
                    "ar", 2, 3, "svar allvar förvar lbar nbar dbar gbar sbar pbar rbar tbar kbar exemplar dollar klar"),
            new Rule("er", 2, 3),
            new Rule("or", 2, 3, "ktor kontor ator motor itor essor revisor humor terror major junior senior villkor"),
            new Rule("an", 2, 3, "plan organ sådan likadan human urban sman dman eman kman rman"),
            new Rule("en", 2, 3),
            new Rule("et", 2, 3, "het itet budget paket planet staket alfabet internet kret arbet"),
            new Rule(
                    "at",
                    2,
                    3,
                    "ltat imat sstat vokat moderat idat privat orat ulat format pparat eparat ekvat mandat "
                            + "ifikat citat"),
            new Rule("ad", 2, 3, "nad stad grad blad glad"),
            new Rule("a", 1, 3),
            new Rule("e", 1, 3));

    private static final Map<Character, List<Rule>> BY_LAST = RULES.stream()
            .collect(Collectors.groupingBy(r -> r.ending().charAt(r.ending().length() - 1)));

    private SwedishStem() {}

    /**
     * @param cut letters taken off
     * @param least letters left
     * @param unless words that end so keep it
     */
    private record Rule(String ending, int cut, int least, List<String> unless) {
        Rule(String ending, int cut, int least) {
            this(ending, cut, least, List.of());
        }

        Rule(String ending, int cut, int least, String unless) {
            this(ending, cut, least, words(unless));
        }

        boolean fits(String word) {
            return word.length() - cut >= least && word.endsWith(ending) && !endsWith(word, unless);
        }
    }

    /** The stem of a word in lower case; at least three letters long if the word is. */
    static String of(String word) {
        String bare = definite(genitive(word));
        for (Rule rule : BY_LAST.getOrDefault(bare.isEmpty() ? ' ' : bare.charAt(bare.length() - 1), List.of())) {
            if (rule.fits(bare)) {
                return even(bare.substring(0, bare.length() - rule.cut()), true);
            }
        }
        return even(bare, false);
    }

    private static String genitive(String word) {
        int length = word.length();
        return length > 4 && word.charAt(length - 1) == 's' && !endsWith(word, OWN_S)
                ? word.substring(0, length - 1)
                : word;
    }

    private static String definite(String word) {
        int length = word.length();
        return length > 4 && word.charAt(length - 1) == 'n' && endsWith(word, LONE_N)
                ? word.substring(0, length - 1)
                : word;
    }

    /**
     * What differs still between the forms of one word: {@code regel} and {@code regler}, {@code rum} and {@code
     * rummet}.
     */
    private static String even(String stem, boolean cut) {
        String even = stem;
        if (cut && even.length() > 5 && even.endsWith("er")) {
            even = even.substring(0, even.length() - 2);
        }
        if (even.length() > 6 && even.endsWith("het")) {
            even = even.substring(0, even.length() - 3);
        }
        if (even.length() > 6 && (even.endsWith("ium") || even.endsWith("eum") || even.endsWith("trum"))) {
            even = even.substring(0, even.length() - 2);
        }
        if (even.length() > 5 && (even.endsWith("ern") || even.endsWith("eln") || even.endsWith("orn"))) {
            even = even.substring(0, even.length() - 1);
        }
        int length = even.length();
        if (length < 4) {
            return even;
        }
        char last = even.charAt(length - 1);
        char before = even.charAt(length - 2);
        if (last == 'l'
                && before == 'e'
                && length > 4
                && !isVowel(even.charAt(length - 3))
                && hasVowel(even, length - 3)) {
            return even.substring(0, length - 2) + 'l';
        }
        if ((endsWith(even, BARE) && !endsWith(even, FULL)) || (last == before && (last == 'n' || last == 'm'))) {
            return even.substring(0, length - 1);
        }
        return changed(even);
    }

    /** {@code städer} are of {@code stad}. */
    private static String changed(String stem) {
        int length = stem.length();
        if (stem.endsWith("städ")) {
            return stem.substring(0, length - 4) + "stad";
        }
        if (stem.endsWith("länd")) {
            return stem.substring(0, length - 4) + "land";
        }
        if (length > 4 && stem.endsWith("män") && "sdekr".indexOf(stem.charAt(length - 4)) >= 0) {
            return stem.substring(0, length - 3) + "man";
        }
        return stem;
    }

    private static boolean hasVowel(String word, int before) {
        for (int i = 0; i < before; i++) {
            if (isVowel(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(char c) {
        return "aeiouyåäö".indexOf(c) >= 0;
    }

    private static boolean endsWith(String word, List<String> endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String listed) {
        return List.of(listed.strip().split("\\s+"));
    }
}
