package se.sigill.open.limit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The screens in the authority's own hall, where the public reads (TF 2 kap. 15 §, OSL 4 kap. 1 §): many people, one
 * after the other, none of whom is to find what the one before has read.
 *
 * @param addresses by which they are known; whoever has one sees the same as everybody else
 */
public record Terminals(Set<InetAddress> addresses) {
    public Terminals {
        addresses = Set.copyOf(addresses);
    }

    /** @param text addresses with commas, as {@code open.terminals} has been checked */
    public static Terminals of(String text) {
        return new Terminals(Arrays.stream(text.split(","))
                .filter(each -> !each.isEmpty())
                .map(InetAddress::ofLiteral)
                .collect(Collectors.toSet()));
    }

    /** @param address of who asks; text that is no address is none of theirs */
    public boolean has(String address) {
        try {
            return !addresses.isEmpty() && addresses.contains(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
