package se.sigill.engines;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Locale;
import java.util.Set;

/**
 * Takes the network away from URLs: a document that names one learns nothing and reaches nobody. And takes the JDK's
 * XML parser, with its limits, for everybody: DROID needs Xerces on the class path, which would put itself in its
 * place.
 */
final class Hardening {
    private static final Set<String> REFUSED = Set.of("http", "https", "ftp", "mailto", "jmod");

    private Hardening() {}

    /** For this JVM, once. */
    static void install() {
        String xerces = "com.sun.org.apache.xerces.internal.";
        System.setProperty("javax.xml.parsers.SAXParserFactory", xerces + "jaxp.SAXParserFactoryImpl");
        System.setProperty("javax.xml.parsers.DocumentBuilderFactory", xerces + "jaxp.DocumentBuilderFactoryImpl");
        // Saxon, which comes with veraPDF, would be taken else, and takes seconds to make.
        System.setProperty(
                "javax.xml.transform.TransformerFactory",
                "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl");
        System.setProperty("javax.xml.datatype.DatatypeFactory", xerces + "jaxp.datatype.DatatypeFactoryImpl");
        System.setProperty(
                "javax.xml.validation.SchemaFactory:http://www.w3.org/2001/XMLSchema",
                xerces + "jaxp.validation.XMLSchemaFactory");
        URL.setURLStreamHandlerFactory(
                protocol -> REFUSED.contains(protocol.toLowerCase(Locale.ROOT)) ? new Refusing() : null);
    }

    private static final class Refusing extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new IOException("a worker opens no connection");
        }

        @Override
        protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
            return openConnection(url);
        }
    }
}
