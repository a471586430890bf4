package se.sigill.app.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import se.sigill.app.serve.PrivateFile;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Durable;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.store.Lease;

/**
 * The accounts of an archive, in one file that its owner alone may read. The server and the command line may change it
 * at the same time. A file that cannot be read lets nobody in, and says so.
 */
final class Accounts {
    private static final String FORMAT = "sigill/accounts/1";
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final Home home;
    private final Path file;
    private final Path lock;

    Accounts(Home home) {
        this.home = home;
        this.file = home.accounts();
        this.lock = home.run().resolve("accounts.lock");
    }

    /** All of them, by name. @throws ArchiveException.Damaged if the file is not ours */
    List<Account> all() {
        return List.copyOf(read().values());
    }

    Optional<Account> find(String name) {
        return Optional.ofNullable(read().get(name));
    }

    /** Adds one. @throws ArchiveException.WrongUsage if the name is taken */
    void add(Account account) {
        Map<String, Account> _ = change(accounts -> {
            if (accounts.putIfAbsent(account.name(), account) != null) {
                throw new ArchiveException.WrongUsage("there is an account " + account.name()
                        + " already; sigill account reset " + account.name() + " gives it a new password");
            }
            return accounts;
        });
    }

    /** Changes one. @throws ArchiveException.WrongUsage if there is none of this name */
    Account change(String name, UnaryOperator<Account> change) {
        AtomicReference<Account> changed = new AtomicReference<>();
        Map<String, Account> _ = change(accounts -> {
            Account before = Optional.ofNullable(accounts.get(name))
                    .orElseThrow(() -> new ArchiveException.WrongUsage(
                            "there is no account " + name + "; sigill account list shows those there are"));
            Account after = change.apply(before);
            accounts.put(name, after);
            changed.set(after);
            return accounts;
        });
        return Objects.requireNonNull(changed.get());
    }

    private Map<String, Account> change(UnaryOperator<Map<String, Account>> change) {
        try {
            Files.createDirectories(home.run());
            try (Lease _ = lease()) {
                Map<String, Account> changed = change.apply(read());
                PrivateFile.replace(file, write(changed));
                Durable.forceDirectory(home.root());
                return changed;
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(file + " cannot be written; nothing was changed", e);
        }
    }

    private Lease lease() throws IOException {
        long end = System.nanoTime() + WAIT_MAX.toNanos();
        while (true) {
            try {
                return Lease.take(lock, "somebody else changes the accounts; try again");
            } catch (ArchiveException.Locked e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
    }

    private Map<String, Account> read() {
        Map<String, Account> accounts = new TreeMap<>();
        try {
            if (Files.notExists(file)) {
                return accounts;
            }
            Json.Obj json = JsonReader.parse(Files.readString(file)).asObject();
            if (!json.text("format").equals(FORMAT) || !json.has("accounts")) {
                throw new JsonException("it has another form");
            }
            json.array("accounts").stream()
                    .map(each -> Account.fromJson(each.asObject()))
                    .forEach(account -> accounts.put(account.name(), account));
            return accounts;
        } catch (JsonException | DateTimeException | IllegalArgumentException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(file + " cannot be read; nobody can log in", e);
        }
    }

    private ArchiveException.Damaged damaged(Exception e) {
        return new ArchiveException.Damaged(
                file + " is not as this program writes it, and nobody can log in: bring it back from its copy, or move"
                        + " it aside and make the accounts anew with sigill account add",
                e);
    }

    private static byte[] write(Map<String, Account> accounts) {
        return JsonWriter.pretty(Json.object()
                        .with("format", FORMAT)
                        .with(
                                "accounts",
                                Json.array(accounts.values().stream()
                                        .map(Account::toJson)
                                        .toList())))
                .getBytes(StandardCharsets.UTF_8);
    }
}
