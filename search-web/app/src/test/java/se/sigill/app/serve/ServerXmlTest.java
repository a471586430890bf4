package se.sigill.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.sigill.core.config.Endpoint;

class ServerXmlTest {
    private static final Path KEY = Path.of("/srv/Åmål & \"vänner\" <1>/keys/tls.p12");
    private static final Path WAR = Path.of("/opt/sigill/staff.war");

    private static Element server(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static Element only(Element server, String name) {
        assertEquals(1, server.getElementsByTagName(name).getLength(), name);
        return (Element) server.getElementsByTagName(name).item(0);
    }

    @Test
    void listensWithTlsOnly() throws Exception {
        Element server = server(ServerXml.of(new Endpoint("127.0.0.1", 9443, false), KEY, WAR));

        Element endpoint = only(server, "httpEndpoint");
        assertEquals("127.0.0.1", endpoint.getAttribute("host"));
        assertEquals("9443", endpoint.getAttribute("httpsPort"));
        assertEquals("-1", endpoint.getAttribute("httpPort"));
        assertEquals(KEY.toString(), only(server, "keyStore").getAttribute("location"));
        assertEquals(WAR.toString(), only(server, "webApplication").getAttribute("location"));
    }

    @Test
    void namesTheVariableAndNeverThePassword() throws Exception {
        Element server = server(ServerXml.of(new Endpoint("127.0.0.1", 9443, false), KEY, WAR));

        assertEquals(
                "${" + ServerXml.passwordVariable() + "}",
                only(server, "keyStore").getAttribute("password"));
    }

    @Test
    void hasNoKeyBehindAProxy() throws Exception {
        Element server = server(ServerXml.of(new Endpoint("127.0.0.1", 8080, true), KEY, WAR));

        assertEquals("8080", only(server, "httpEndpoint").getAttribute("httpPort"));
        assertEquals("-1", only(server, "httpEndpoint").getAttribute("httpsPort"));
        assertEquals(0, server.getElementsByTagName("keyStore").getLength());
    }

    @Test
    void writesDownNobodyWhoAsked() throws Exception {
        String xml = ServerXml.of(new Endpoint("127.0.0.1", 9443, false), KEY, WAR);

        assertFalse(xml.contains("accessLogging"), xml);
        assertTrue(only(server(xml), "logging").getAttribute("hideMessage").contains("CWWKO0801E"), xml);
        assertEquals("true", only(server(xml), "sslOptions").getAttribute("suppressHandshakeErrors"));
    }
}
