package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The web archives as the build made them. The only file more says where they stand, as server.xml does elsewhere. */
final class WebArchives {
    private static final String AT_THE_ROOT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.0"><context-root uri="/"/></web-ext>
            """;

    /** By which tests are run inside. Our web.xml reads no fragments of libraries, so it is told here. */
    private static final String RUNNER = """
              <servlet>
                <servlet-name>ArquillianServletRunnerEE9</servlet-name>
                <servlet-class>org.jboss.arquillian.protocol.servlet5.runner.ServletTestRunner</servlet-class>
              </servlet>
              <servlet-mapping>
                <servlet-name>ArquillianServletRunnerEE9</servlet-name>
                <url-pattern>/ArquillianServletRunnerEE9</url-pattern>
              </servlet-mapping>
            </web-app>""";

    private WebArchives() {}

    static WebArchive staff() {
        return built("sigill.staff.war");
    }

    static WebArchive open() {
        return built("sigill.open.war");
    }

    /** The staff site, in which tests can be run. */
    static WebArchive staffWithTests() throws IOException {
        WebArchive war = staff();
        String web;
        try (InputStream in = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            web = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(web.contains("</web-app>"));
        return war.setWebXML(new StringAsset(web.replace("</web-app>", RUNNER)));
    }

    private static WebArchive built(String property) {
        Path file = Path.of(Objects.requireNonNull(System.getProperty(property), property + " is not set"));
        return ShrinkWrap.createFromZipFile(WebArchive.class, file.toFile())
                .addAsWebInfResource(new StringAsset(AT_THE_ROOT), "ibm-web-ext.xml");
    }
}
