package se.sigill.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of Sigill itself in a process of its own, with the class path and settings of this one. */
final class ChildSigill {
    private static final String MAIN = "se.sigill.app.cli.Sigill";

    private ChildSigill() {}

    /** @param heapMebibytes the largest heap the process gets */
    static List<String> command(int heapMebibytes, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.add("-Xmx" + heapMebibytes + "m");
        command.add("-XX:+UseSerialGC");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dfile.encoding=UTF-8");
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("sigill.")) {
                command.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.add(MAIN);
        command.addAll(List.of(words));
        return command;
    }
}
