package se.sigill.open.ask;

import java.util.List;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.Contact;

/**
 * What somebody has filled in so far. Never printed.
 *
 * @param words what is sought, in their own words
 * @param records ids of public entries, each once, in the order in which they were chosen
 * @param pasted numbers and links that are still to be looked up, one a line
 * @param authority whose records; empty if that is not known
 * @param name for a letter on paper
 */
public record Draft(
        String words,
        List<String> records,
        String pasted,
        String authority,
        AskedLetter.Form form,
        String name,
        String address,
        String email) {
    public static final Draft EMPTY = new Draft("", List.of(), "", "", AskedLetter.Form.DOWNLOAD, "", "", "");

    public Draft {
        records = List.copyOf(records);
    }

    static Draft of(Sent sent) {
        return new Draft(
                AskedLetter.plain(sent.first("ord")).strip(),
                sent.all("id").stream().distinct().toList(),
                AskedLetter.plain(sent.first("fler")).strip(),
                line(sent.first("namnd")),
                form(sent.first("form")),
                line(sent.first("namn")),
                AskedLetter.plain(sent.first("adress")).strip(),
                line(sent.first("epost")));
    }

    private static String line(String typed) {
        return AskedLetter.plain(typed).replaceAll("[\\n\\t]+", " ").strip();
    }

    private static AskedLetter.Form form(String word) {
        for (AskedLetter.Form form : AskedLetter.Form.values()) {
            if (form.word().equals(word)) {
                return form;
            }
        }
        return AskedLetter.Form.DOWNLOAD;
    }

    /** What of the contact the chosen form needs. The rest is left behind: what is not needed is not told. */
    Contact contact() {
        return switch (form) {
            case E_MAIL -> new Contact("", "", email, "");
            case PAPER -> new Contact(name, address, "", "");
            case DOWNLOAD, ON_SITE -> Contact.NONE;
        };
    }

    Draft with(List<String> chosen, String stillPasted) {
        return new Draft(words, chosen, stillPasted, authority, form, name, address, email);
    }

    @Override
    public String toString() {
        return "Draft[hidden]";
    }
}
