package se.sigill.open.limit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TerminalsTest {
    @Test
    void areKnownByTheirAddressHoweverItIsWritten() {
        Terminals terminals = Terminals.of("10.1.2.3,2001:db8::7");

        assertTrue(terminals.has("10.1.2.3"));
        assertTrue(terminals.has("2001:DB8:0:0::7"));
        assertTrue(terminals.has("::ffff:10.1.2.3"), "as a server with both kinds of address sees it");
        assertFalse(terminals.has("10.1.2.30"));
        assertFalse(terminals.has("localhost"), "no name is looked up");
        assertFalse(terminals.has(""));
        assertFalse(Terminals.of("").has("10.1.2.3"));
    }
}
