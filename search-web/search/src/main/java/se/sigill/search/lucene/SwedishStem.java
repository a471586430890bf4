package se.sigill.search.lucene;

/** EXPERIMENT */
final class SwedishStem {
    private SwedishStem() {}

    static final int MODE = Integer.getInteger("stem", 2);

    static String of(String w) {
        return switch (MODE) {
            case 0 -> w;
            case 1 -> light(w);
            case 2 -> own(w, false);
            case 3 -> own(w, true);
            case 4 -> snow(w);
            default -> snow(light(w));
        };
    }

    static String snow(String w) {
        org.tartarus.snowball.ext.SwedishStemmer s = new org.tartarus.snowball.ext.SwedishStemmer();
        s.setCurrent(w);
        s.stem();
        return s.getCurrent();
    }

    static String light(String w) {
        int n = w.length();
        if (n > 4 && w.charAt(n - 1) == 's') n--;
        w = w.substring(0, n);
        if (n > 7 && (w.endsWith("elser") || w.endsWith("heten"))) return w.substring(0, n - 5);
        if (n > 6 && ends(w, "arne", "erna", "ande", "else", "aste", "orna", "aren")) return w.substring(0, n - 4);
        if (n > 5 && ends(w, "are", "ast", "het")) return w.substring(0, n - 3);
        if (n > 4 && ends(w, "ar", "er", "or", "en", "at", "te", "et")) return w.substring(0, n - 2);
        if (n > 3 && ends(w, "a", "e", "n", "t")) return w.substring(0, n - 1);
        return w;
    }

    static final String[] INFL = {
        "heterna",
        "heternas",
        "elserna",
        "ningarna",
        "ningen",
        "ningar",
        "arna",
        "erna",
        "orna",
        "aren",
        "aste",
        "ande",
        "heten",
        "heter",
        "elser",
        "elsen",
        "arne",
        "are",
        "ast",
        "het",
        "else",
        "ade",
        "ena",
        "ens",
        "ar",
        "er",
        "or",
        "en",
        "et",
        "at",
        "te",
        "an",
        "ad",
        "a",
        "e",
        "n",
        "t"
    };

    static String own(String w, boolean ning) {
        int n = w.length();
        if (n > 4 && w.charAt(n - 1) == 's' && w.charAt(n - 2) != 's') n--;
        w = w.substring(0, n);
        String r = cut(w);
        if (ning && r.length() > 6 && r.endsWith("ning")) r = r.substring(0, r.length() - 4);
        return r;
    }

    static String cut(String w) {
        int n = w.length();
        if (n > 7 && ends(w, "heterna", "elserna")) return w.substring(0, n - 7);
        if (n > 7 && ends(w, "heten", "heter", "elser", "elsen", "andet", "anden")) return w.substring(0, n - 5);
        if (n > 6 && ends(w, "arna", "erna", "orna", "aren", "aste", "ande", "else")) return w.substring(0, n - 4);
        if (n > 5 && ends(w, "are", "ast", "het", "ade", "ena")) return w.substring(0, n - 3);
        if (n > 4 && ends(w, "ar", "er", "or", "en", "et", "at", "te", "an", "ad")) return w.substring(0, n - 2);
        if (n > 3 && ends(w, "a", "e", "n", "t")) return w.substring(0, n - 1);
        return w;
    }

    static boolean ends(String w, String... s) {
        for (String x : s) if (w.endsWith(x)) return true;
        return false;
    }
}
