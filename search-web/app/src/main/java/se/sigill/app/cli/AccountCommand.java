package se.sigill.app.cli;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.people.Account;
import se.sigill.app.people.People;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.Json;

/** {@code sigill account}: the accounts by which people log in to the staff site. What they may do, roles say. */
@Command(
        name = "account",
        description =
                "add NAME: an account with a random password, printed once. list. reset NAME: another password and"
                        + " second factor. code NAME: its one-time code of this moment. disable NAME, enable NAME."
                        + " What an account may do is adopted: sigill adopt roles.")
final class AccountCommand implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "WHAT", description = "add, list, reset, code, disable or enable")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "of the account: a-z, 0-9, . - _")
    private Optional<String> name = Optional.empty();

    @Option(names = "--display", paramLabel = "TEXT", description = "with add: the name for people")
    private String display = "";

    @Option(
            names = "--factor-later",
            description = "with add and reset: the second factor is set up at the first login instead of printed now")
    private boolean factorLater;

    @Override
    public Integer call() {
        People people = People.of(home.existing(), Clock.systemUTC());
        switch (what.toLowerCase(Locale.ROOT)) {
            case "list" -> list(people.all());
            case "add" -> given(people.add(named(), display, !factorLater));
            case "reset" -> given(people.reset(named(), !factorLater));
            case "code" -> code(people);
            case "disable" -> changed(people.enable(named(), false), "may no longer log in");
            case "enable" -> changed(people.enable(named(), true), "may log in");
            default ->
                throw new ArchiveException.WrongUsage(
                        "\"" + what + "\" is not add, list, reset, code, disable or enable");
        }
        return ExitCode.OK;
    }

    private String named() {
        return name.orElseThrow(
                () -> new ArchiveException.WrongUsage("say which account: sigill account " + what + " NAME"));
    }

    private void list(List<Account> accounts) {
        accounts.forEach(account -> print.result(
                Json.object()
                        .with("account", account.name())
                        .with("display", account.display())
                        .with("enabled", account.enabled())
                        .with("secondFactor", !account.secondFactorMissing()),
                account.name() + "  " + Printing.oneLine(account.display())
                        + (account.enabled() ? "" : "  disabled")
                        + (account.secondFactorMissing() ? "  without second factor yet" : "")));
        if (accounts.isEmpty()) {
            print.say("there is no account; make one with: sigill account add NAME");
        }
    }

    private void given(People.Given given) {
        print.result(
                Json.object()
                        .with("account", given.account().name())
                        .with("password", given.password())
                        .with("secret", given.secret())
                        .with("uri", given.uri()),
                "account " + given.account().name() + "\n  password       " + given.password()
                        + (given.secret().isEmpty()
                                ? "\n  second factor  is set up at the first login"
                                : "\n  second factor  " + given.secret() + "\n                 " + given.uri()));
        print.say("This is shown once. The password is to be changed at the first login.");
    }

    private void code(People people) {
        String code = people.code(named());
        print.result(Json.object().with("account", named()).with("code", code), code);
    }

    private void changed(Account account, String how) {
        print.result(
                Json.object().with("account", account.name()).with("enabled", account.enabled()),
                account.name() + " " + how);
    }
}
