package se.sigill.app.people;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a password must be (ASVS 5.0, 6.2): long, and not one that somebody would try first. Which signs it is made of
 * is
 * nobody's business.
 */
public final class Passwords {
    static final int LENGTH_MIN = 12;
    static final int LENGTH_MAX = 128;

    /** Words that a password of this length is mostly made of when it is a bad one, in the languages of the users. */
    private static final List<String> OBVIOUS = List.of(
            "lösenord",
            "losenord",
            "password",
            "passw0rd",
            "hemligt",
            "arkivet",
            "arkivarie",
            "registrator",
            "kommun",
            "sommar",
            "vinter",
            "hösten",
            "våren",
            "qwerty",
            "asdfgh",
            "abcdef",
            "123456",
            "111111",
            "000000",
            "sigill",
            "välkommen",
            "valkommen",
            "welcome",
            "letmein",
            "iloveyou",
            "sverige",
            "admin",
            "changeme");

    /** Left over, beside an obvious word, that makes a password of its own. */
    private static final int REST_MIN = 8;

    /** Sounds that are told apart on paper and on the telephone. */
    private static final String CONSONANTS = "bdfghjkmnprstvz";

    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 14;

    private Passwords() {}

    /** Something wrong with a password. */
    public record Fault(String swedish, String english) {}

    /** What stands against it; nothing if it will do. */
    static List<Fault> faults(String account, char[] password) {
        List<Fault> faults = new ArrayList<>();
        int length = Character.codePointCount(password, 0, password.length);
        if (length < LENGTH_MIN) {
            faults.add(new Fault(
                    "Lösenordet har " + length + " tecken. Det behöver minst " + LENGTH_MIN
                            + "; några ord efter varandra går bra.",
                    "The password has " + length + " characters. It needs at least " + LENGTH_MIN
                            + "; some words in a row will do."));
        }
        if (length > LENGTH_MAX) {
            faults.add(new Fault(
                    "Lösenordet är längre än " + LENGTH_MAX + " tecken.",
                    "The password is longer than " + LENGTH_MAX + " characters."));
        }
        String folded = new String(password).toLowerCase(Locale.ROOT);
        if (folded.contains(account)) {
            faults.add(
                    new Fault("Lösenordet innehåller kontots namn.", "The password contains the name of the account."));
        }
        boolean isObvious = OBVIOUS.stream().anyMatch(word -> folded.contains(word) && rest(folded, word) < REST_MIN);
        if (isObvious || folded.chars().distinct().count() < 5) {
            faults.add(new Fault(
                    "Lösenordet är ett av dem som man provar först. Välj ett annat.",
                    "The password is one of those that are tried first. Choose another."));
        }
        return faults;
    }

    private static int rest(String text, String word) {
        return text.replace(word, "").replaceAll("[0-9!?.,_\\- ]", "").length();
    }

    /** One that can be read aloud: 14 syllables of 75, 87 bits. */
    static String random(SecureRandom random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            if (i > 0 && i % 2 == 0) {
                out.append('-');
            }
            out.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return out.toString();
    }
}
