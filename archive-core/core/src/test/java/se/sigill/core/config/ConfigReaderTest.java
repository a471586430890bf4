package se.sigill.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.sigill.core.ArchiveException;

class ConfigReaderTest {
    @TempDir
    Path folder;

    @Test
    void usesDefaultsWhereThereIsNoFile() {
        ArchiveConfig config = ConfigReader.read(folder.resolve("sigill.conf"));

        assertEquals(Duration.ofSeconds(10), config.search().timeMax());
        assertEquals(Optional.empty(), config.seal().tsa());
        assertEquals("Europe/Stockholm", config.archive().zone().getId());
    }

    @Test
    void readsKeysAndPathsRelativeToTheFile() throws IOException {
        ArchiveConfig config = read("# our archive\narchive.name = lindhult.example\n\nlog.ship-to=../second\n");

        assertEquals("lindhult.example", config.archive().name());
        assertEquals(
                folder.resolve("../second").normalize(), config.log().shipTo().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arkiv.kommun.se",
                "//arkiv.kommun.se",
                "https:arkiv.kommun.se",
                "https://",
                "https:///sv",
                "https://arkiv.kommun.se/",
                "https://arkiv.kommun.se/arkiv",
                "https://arkiv.kommun.se?x=1",
                "https://arkiv.kommun.se#sv",
                "https://arkiv.kommun.se:",
                "https://arkiv.kommun.se:0443",
                "https://arkiv.kommun.se:70000",
                "https://anna@arkiv.kommun.se",
                "https://arkivet i åmål",
                "https://åmål.se",
                "https://arkiv.kommun.se https://diarium.kommun.se",
                "ftp://arkiv.kommun.se",
                "javascript:alert(1)",
                "<b>"
            })
    void refusesAPublicAddressThatIsNone(String address) {
        ArchiveException.WrongUsage refused =
                assertThrows(ArchiveException.WrongUsage.class, () -> read("open.public-address = " + address));

        String said = String.valueOf(refused.getMessage());
        assertTrue(
                said.endsWith("sigill.conf: open.public-address = " + address
                        + ": expected https:// (or http://) and a host, such as https://arkiv.kommun.se: no path, no"
                        + " slash at the end"),
                said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://arkiv.kommun.se",
                "http://arkiv.example",
                "https://arkiv.kommun.se:8443",
                "https://192.0.2.7",
                "https://[2001:db8::7]:8443",
                "https://xn--ml-uia4k.se"
            })
    void readsAPublicAddress(String address) throws IOException {
        assertEquals(
                Optional.of(URI.create(address)),
                read("open.public-address = " + address).servers().publicAddress());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seal.tsaa = x | sigill.conf:1: unknown key seal.tsaa; did you mean seal.tsa?",
                "workers.count = many | workers.count = many: expected a whole number from 1 to 64",
                "workers.count = 0 | expected a whole number from 1 to 64",
                "workers.time-limit = -PT1S | expected a duration such as PT10M",
                "seal.tsa = ftp://x | expected internal, or an http(s) URL",
                "open.listen = 8443 | expected an address and a port, such as 127.0.0.1:8443",
                "open.listen = 127.0.0.1:70000 | expected an address and a port",
                "open.listen = 127.0.0.1:9443 | name the same port",
                "staff.protocol = http | expected https or plain",
                "serve.class-cache = maybe | expected yes or no",
                "archive.name = two words | expected a name without blanks",
                "archive.zone = Mars/Olympus | expected a time zone",
                "hello | a line is \"key = value\"; this one has no ="
            })
    void saysWhatIsWrongAndWhatToDo(String line, String message) {
        String said = String.valueOf(assertThrows(ArchiveException.WrongUsage.class, () -> read(line))
                .getMessage());

        assertTrue(said.contains(message), said);
    }

    @Test
    void listensOnThisMachineAloneUnlessToldOtherwise() throws IOException {
        ArchiveConfig.Servers servers =
                ConfigReader.read(folder.resolve("sigill.conf")).servers();

        assertEquals("https://127.0.0.1:9443/", servers.staff().address());
        assertEquals("https://127.0.0.1:8443/", servers.open().address());
        assertEquals(folder.resolveSibling(folder.getFileName() + "-outside"), servers.outside());

        servers = read("open.listen = *:443\nstaff.listen = [::1]:8080\nstaff.protocol = plain\nopen.home = ../ute\n")
                .servers();

        assertEquals("https://127.0.0.1:443/", servers.open().address());
        assertEquals("http://[::1]:8080/", servers.staff().address());
        assertEquals(folder.resolve("../ute").normalize(), servers.outside());
    }

    /** Without TLS nobody but the proxy on this machine may reach it. */
    @Test
    void refusesAPlainServerThatOthersCouldReach() {
        for (String everywhere : java.util.List.of("*:8080", "192.0.2.7:8080", "arkiv.example:8080")) {
            assertThrows(
                    ArchiveException.WrongUsage.class,
                    () -> read("open.protocol = plain\nopen.listen = " + everywhere + "\n"));
        }
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThrows(ArchiveException.WrongUsage.class, () -> read("workers.count=1\nworkers.count=2\n"));
    }

    private ArchiveConfig read(String text) throws IOException {
        return ConfigReader.read(Files.writeString(folder.resolve("sigill.conf"), text));
    }

    @Test
    void knowsScreensByTheirNumbersAlone() throws IOException {
        assertEquals(Set.of(), read("").servers().terminals());
        assertEquals(
                Set.of(InetAddress.ofLiteral("10.1.2.3"), InetAddress.ofLiteral("2001:db8::7")),
                read("open.terminals = 10.1.2.3, 2001:DB8::7").servers().terminals());
        for (String wrong : List.of("localhost", "10.1.2.0/24", "10.1.2.3; 10.1.2.4", "10.1.2.999")) {
            ArchiveException.WrongUsage refused =
                    assertThrows(ArchiveException.WrongUsage.class, () -> read("open.terminals = " + wrong));
            assertTrue(String.valueOf(refused.getMessage()).contains("numbers, no names"), refused.getMessage());
        }
    }
}
