package se.sigill.app.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.sigill.core.config.Endpoint;

/** {@code server.xml}: what a server has, where it listens, and which web archive it runs. */
final class ServerXml {
    /** As few as the servers use: each costs start time and memory. */
    private static final List<String> FEATURES =
            List.of("servlet-6.1", "restfulWS-4.0", "cdi-4.1", "mpHealth-4.0", "transportSecurity-1.0");

    /** Messages that name whoever asked, or what for: neither is written down. */
    private static final List<String> UNSAID =
            List.of("CWWKO0801E", "CWWKO0802E", "SRVE0190E", "SRVE0255E", "SRVE0777E", "SRVE8094W");

    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains"));

    /**
     * Messages that would fill the log without saying anything: each time that somebody asks a server which is not
     * ready, and jars that the manifests of Derby name and nobody needs.
     */
    private static final List<String> NOISE = List.of("CWMMH0052W", "CWMMH0053W", "SRVE9967W");

    private static final String PASSWORD = "tls.password";

    private final StringBuilder out = new StringBuilder();

    private ServerXml() {}

    /** The name of the variable, and of its file, that holds the password of the key store. */
    static String passwordVariable() {
        return PASSWORD;
    }

    /** @param keyStore used unless the server is plain */
    static String of(Endpoint endpoint, Path keyStore, Path war) {
        ServerXml xml = new ServerXml();
        xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.line("<!-- Written anew by each sigill serve. What is to be otherwise stands in sigill.conf. -->");
        xml.line("<server>");
        xml.line("  <featureManager>");
        FEATURES.forEach(feature -> xml.line("    <feature>" + feature + "</feature>"));
        xml.line("  </featureManager>");
        xml.endpoint(endpoint);
        if (!endpoint.plain()) {
            xml.tls(keyStore);
        }
        xml.quiet();
        xml.line("  <webApplication location=" + quoted(war.toString()) + " contextRoot=\"/\"/>");
        xml.line("</server>");
        return xml.out.toString();
    }

    private void endpoint(Endpoint endpoint) {
        String plain = endpoint.plain() ? Integer.toString(endpoint.port()) : "-1";
        String tls = endpoint.plain() ? "-1" : Integer.toString(endpoint.port());
        line("  <httpEndpoint id=\"defaultHttpEndpoint\" host=" + quoted(endpoint.host()) + " httpPort=\"" + plain
                + "\" httpsPort=\"" + tls + "\">");
        // Who sends slowly is cut off; a request without a body has few and short headers.
        line("    <httpOptions removeServerHeader=\"true\" readTimeout=\"30s\" writeTimeout=\"60s\""
                + " persistTimeout=\"30s\" maxKeepAliveRequests=\"1000\" limitFieldSize=\"8192\""
                + " limitNumHeaders=\"60\"/>");
        // What the server answers before our code is asked has them as well.
        line("    <headers>");
        HEADERS.forEach((name, value) -> line("      <setIfMissing>" + name + ": " + value + "</setIfMissing>"));
        line("    </headers>");
        line("    <tcpOptions soReuseAddr=\"true\" inactivityTimeout=\"30s\" maxOpenConnections=\"2000\"/>");
        if (!endpoint.plain()) {
            line("    <sslOptions sslRef=\"defaultSSLConfig\" suppressHandshakeErrors=\"true\"/>");
        }
        line("  </httpEndpoint>");
    }

    private void tls(Path keyStore) {
        line("  <ssl id=\"defaultSSLConfig\" keyStoreRef=\"defaultKeyStore\" sslProtocol=\"TLSv1.3,TLSv1.2\"/>");
        line("  <keyStore id=\"defaultKeyStore\" location=" + quoted(keyStore.toString())
                + " type=\"PKCS12\" password=\"${" + PASSWORD + "}\"/>");
    }

    /** Nothing is watched for changes, nothing is told that need not be. */
    private void quiet() {
        line("  <webContainer disableXPoweredBy=\"true\"/>");
        line("  <httpDispatcher enableWelcomePage=\"false\"/>");
        line("  <cdi enableImplicitBeanArchives=\"false\"/>");
        line("  <config updateTrigger=\"disabled\"/>");
        line("  <applicationMonitor updateTrigger=\"disabled\" dropinsEnabled=\"false\"/>");
        line("  <logging hideMessage=\"" + String.join(",", UNSAID) + "," + String.join(",", NOISE) + "\"/>");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** As the value of an attribute, with its quotation marks. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> quoted.append("&lt;");
                case '&' -> quoted.append("&amp;");
                case '"' -> quoted.append("&quot;");
                case '\t', '\n', '\r' -> quoted.append("&#").append(c).append(';');
                default -> quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
