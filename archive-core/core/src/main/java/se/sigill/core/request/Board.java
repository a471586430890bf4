package se.sigill.core.request;

/**
 * The authority that decides, as it stands in its letters.
 *
 * @param name {@code Socialnämnden}, with the municipality if the name alone does not say it
 * @param postalAddress on one line; may be empty if there is an e-mail address
 * @param email where appeals and requests are sent; may be empty if there is a postal address
 * @param county the county (län) with its number-less name, {@code Skåne}, by which the court is found
 */
public record Board(String name, String postalAddress, String email, String county) {
    public Board {
        if (name.isBlank() || (postalAddress.isBlank() && email.isBlank())) {
            throw new IllegalArgumentException("an authority needs a name and an address to be written to");
        }
    }

    /** Where to send or leave something: name, address, e-mail. */
    public String reached() {
        StringBuilder out = new StringBuilder(name);
        for (String part : new String[] {postalAddress, email}) {
            if (!part.isBlank()) {
                out.append(", ").append(part.strip());
            }
        }
        return out.toString();
    }
}
