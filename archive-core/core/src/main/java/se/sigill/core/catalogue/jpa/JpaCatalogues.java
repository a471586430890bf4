package se.sigill.core.catalogue.jpa;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.SharedCacheMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.ActFold;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.RecordReader;

/** Opens catalogues. The caller closes them; an embedded database is held by one process at a time. */
public final class JpaCatalogues {
    private static final String UNIT = "archive";
    private static final String PROVIDER = "org.eclipse.persistence.jpa.PersistenceProvider";
    // The first act of a log has index 0, and keys are indices: a key of zero is valid here.
    private static final Map<String, String> SETTINGS = Map.of(
            "eclipselink.id-validation", "NULL",
            "eclipselink.jdbc.batch-writing", "JDBC",
            "eclipselink.jdbc.batch-writing.size", "200",
            "eclipselink.cache.shared.default", "false",
            "eclipselink.persistence-context.flush-mode", "commit",
            "eclipselink.weaving", "false",
            "eclipselink.logging.level", "WARNING");
    private static final String SCRIPTS = "classpath:se/sigill/core/catalogue/jpa/migration";
    /** The newest script; a database that is not there after migration is refused. */
    private static final String SCHEMA = "3";
    /** Another process has booted this Derby database. */
    private static final String DERBY_HELD = "XSDB6";

    /** Held, because a logger that nobody holds forgets its level. Flyway tells each step of a routine matter. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private JpaCatalogues() {}

    /**
     * Opens the catalogue in an embedded Derby database, and makes it if there is none.
     *
     * @param db the folder of projections of a home; the database lies in {@code catalogue} below it
     * @throws ArchiveException.Locked if another process has it open
     * @throws ArchiveException.StorageFailed if the database cannot be opened or its schema not be brought up to date
     */
    public static Catalogue openDerby(Path db, RecordReader reader) {
        try {
            Files.createDirectories(db);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("The folder " + db + " cannot be made: check its rights.", e);
        }
        logTo("derby.stream.error.file", db.resolve("derby.log").toString());
        String url = "jdbc:derby:directory:" + db.resolve("catalogue").toAbsolutePath();
        boot(url + ";create=true");
        return open(url, "", "", "CLOB", reader, () -> shutDown(url));
    }

    /** Opens the catalogue in a Derby database in memory, for tests. @param name unique in the process */
    public static Catalogue openInMemory(String name, RecordReader reader) {
        logTo("derby.stream.error.method", JpaCatalogues.class.getName() + ".nowhere");
        String url = "jdbc:derby:memory:" + name;
        boot(url + ";create=true");
        return open(url, "", "", "CLOB", reader, () -> dropInMemory(url));
    }

    /**
     * Derby reads this once, when the first database of the process is opened; unset, it writes to the working
     * folder.
     */
    private static void logTo(String property, String value) {
        if (System.getProperty("derby.stream.error.file") == null
                && System.getProperty("derby.stream.error.method") == null) {
            System.setProperty(property, value);
        }
    }

    /** Where Derby writes when there is no folder; Derby calls it by name. */
    public static OutputStream nowhere() {
        return OutputStream.nullOutputStream();
    }

    private static Catalogue open(
            String url, String user, String password, String clob, RecordReader reader, Runnable afterClose) {
        if (!isCurrent(url, user, password)) {
            migrate(url, user, password, clob);
        }
        PersistenceConfiguration unit = new PersistenceConfiguration(UNIT)
                .provider(PROVIDER)
                .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                .sharedCacheMode(SharedCacheMode.NONE)
                .property(PersistenceConfiguration.JDBC_URL, url)
                .property(PersistenceConfiguration.JDBC_USER, user)
                .property(PersistenceConfiguration.JDBC_PASSWORD, password);
        SETTINGS.forEach(unit::property);
        Tables.ALL.forEach(unit::managedClass);
        EntityManagerFactory factory = unit.createEntityManagerFactory();
        return new JpaCatalogue(factory, new ActFold(reader), afterClose);
    }

    private static void boot(String url) {
        try (Connection _ = DriverManager.getConnection(url)) {
            // Opening it is all: everything after finds the database running.
        } catch (SQLException e) {
            if (isHeld(e)) {
                throw new ArchiveException.Locked(
                        "Another process has the catalogue open: stop the server, or use the command while it runs.",
                        e);
            }
            throw new ArchiveException.StorageFailed(
                    "The catalogue's database cannot be opened. Delete the folder db and run: sigill rebuild", e);
        }
    }

    private static boolean isHeld(SQLException e) {
        for (SQLException next = e; next != null; next = next.getNextException()) {
            if (DERBY_HELD.equals(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the newest script has run. Asked without Flyway, which costs most of the time an opening takes. */
    private static boolean isCurrent(String url, String user, String password) {
        String newest =
                "SELECT \"version\", \"success\" FROM \"flyway_schema_history\" ORDER BY \"installed_rank\" DESC";
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(newest)) {
            return rows.next() && SCHEMA.equals(rows.getString(1)) && rows.getBoolean(2);
        } catch (SQLException e) {
            // A new database has no such table; anything worse, the migration that now follows reports.
            return false;
        }
    }

    private static void migrate(String url, String user, String password, String clob) {
        FLYWAY.setLevel(Level.SEVERE);
        try {
            Flyway flyway = Flyway.configure(JpaCatalogues.class.getClassLoader())
                    .dataSource(url, user, password)
                    .locations(SCRIPTS)
                    .placeholders(Map.of("clob", clob))
                    .load();
            flyway.migrate();
            // Flyway that finds no scripts migrates nothing and says nothing.
            MigrationVersion current = flyway.info().current().getVersion();
            if (!MigrationVersion.fromVersion(SCHEMA).equals(current)) {
                throw new ArchiveException.Damaged("The catalogue has schema " + current + ", this program needs "
                        + SCHEMA + ". Delete the folder db and run: sigill rebuild");
            }
        } catch (FlywayException e) {
            throw new ArchiveException.StorageFailed(
                    "The catalogue's schema cannot be brought up to date. Delete the folder db and run: sigill rebuild",
                    e);
        }
    }

    private static void shutDown(String url) {
        end(url + ";shutdown=true");
    }

    private static void dropInMemory(String url) {
        end(url + ";drop=true");
    }

    /** Derby reports a successful end as an exception, which therefore says nothing. */
    private static void end(String url) {
        try (Connection _ = DriverManager.getConnection(url)) {
            throw new IllegalStateException("Derby went on after its end");
        } catch (SQLException e) {
            System.getLogger(JpaCatalogues.class.getName())
                    .log(System.Logger.Level.DEBUG, "catalogue-closed state={0}", e.getSQLState());
        }
    }
}
