package se.sigill.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import se.sigill.app.serve.StaffServer;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;

/** Both servers of an archive, started and stopped by its commands, on ports that were free. */
final class CommandServed implements Product.Served {
    /** Stages of a delivery before its seal. */
    private static final List<String> UNSEALED = List.of("received", "taking-in", "sealing");

    /** More than a bench asks. */
    private static final int REQUESTS_PER_SECOND = 1_000_000;

    private final Home home;
    private final Runner commands;
    private final StaffServer staff;
    private final StaffServer.Conversation conversation;

    /** Runs a command on the home. @return what it printed as JSON */
    @FunctionalInterface
    interface Runner {
        List<Json.Obj> run(String command, String... words);
    }

    private CommandServed(Home home, Runner commands) {
        this.home = home;
        this.commands = commands;
        this.staff =
                StaffServer.running(home).orElseThrow(() -> new ArchiveException.Refused("the staff server has ended"));
        this.conversation = staff.conversation();
    }

    static Product.Served start(Path folder, Runner commands) {
        Home home = new Home(folder);
        if (!isConfigured(home)) {
            configure(home);
        }
        commands.run("serve");
        return new CommandServed(home, commands);
    }

    private static boolean isConfigured(Home home) {
        return ConfigReader.read(home.config()).servers().requestsPerSecond() == REQUESTS_PER_SECOND;
    }

    private static void configure(Home home) {
        try (ServerSocket staff = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    home.config(),
                    "staff.listen = 127.0.0.1:" + staff.getLocalPort() + "\nopen.listen = 127.0.0.1:"
                            + open.getLocalPort()
                            + "\nopen.protocol = plain\nopen.public-address = http://arkiv.lindhult.example\n"
                            + "open.requests-per-second = " + REQUESTS_PER_SECOND + "\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the bench cannot configure its servers", e);
        }
    }

    @Override
    public URI openSite() {
        return URI.create(ConfigReader.read(home.config()).servers().open().address());
    }

    @Override
    public String handIn(Path file) {
        return staff.handIn(file, "bench").text("delivery");
    }

    @Override
    public boolean isSealed(String delivery) {
        Json.Obj state = conversation.ask("api/deliveries/" + delivery);
        String stage = state.text("stage");
        if (stage.equals("stopped")) {
            throw new ArchiveException.Refused("delivery " + delivery + " was interrupted: " + state.text("problem"));
        }
        return !UNSEALED.contains(stage);
    }

    @Override
    public long found() {
        return conversation.ask("api/search?q=&limit=1").integer("total", 0);
    }

    @Override
    public boolean withdraw(String record) {
        return commands.run("assess", record, "--restrict", "OSL 26:1", "--reason", "bench").stream()
                .noneMatch(line -> line.optionalText("outside").isPresent());
    }

    @Override
    public void close() {
        conversation.close();
        commands.run("stop");
    }
}
