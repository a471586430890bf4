package se.sigill.servers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What stands in a web archive.
 *
 * @param jars names of the libraries, without version
 * @param classes names of all classes, those in the libraries too
 */
record WarFile(Set<String> jars, Set<String> classes) {
    /** The one that a property of the build names. */
    static WarFile named(String property) throws IOException {
        Path file = Path.of(Objects.requireNonNull(System.getProperty(property), property + " is not set"));
        WarFile war = new WarFile(new TreeSet<>(), new TreeSet<>());
        try (InputStream in = Files.newInputStream(file)) {
            war.read(in, "WEB-INF/classes/");
        }
        return war;
    }

    private void read(InputStream in, String root) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.endsWith(".jar")) {
                String jar = name.substring(name.lastIndexOf('/') + 1);
                jars.add(jar.replaceFirst("-[0-9].*", ""));
                read(new ByteArrayInputStream(zip.readAllBytes()), "");
            } else if (name.endsWith(".class") && !name.endsWith("module-info.class")) {
                String path = name.replaceFirst("^META-INF/versions/[0-9]+/", "");
                classes.add(path.substring(path.startsWith(root) ? root.length() : 0)
                        .replace(".class", "")
                        .replace('/', '.'));
            }
        }
    }
}
