package se.sigill.core.config;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The configuration of one archive, checked. Each record is a group of keys; see {@link ConfigKey} for meanings. */
public record ArchiveConfig(
        Identity archive,
        Keys keys,
        Log log,
        Seal seal,
        Ingest ingest,
        Workers workers,
        Formats formats,
        Search search,
        Fees fees,
        Servers servers) {

    /** @param mailDomains the authority's own, lower case */
    public record Identity(String name, String authority, ZoneId zone, Set<String> mailDomains) {}

    public record Keys(Optional<Path> passphraseFile) {}

    public record Log(Optional<Path> shipTo) {}

    /** @param tsa empty: the built-in, internal one */
    public record Seal(Optional<URI> tsa) {}

    public record Ingest(int syncThreads, int batchRecordsMax, long batchBytesMax) {}

    public record Workers(int count, int memoryMebibytes, Duration timeLimit, int filesMax) {}

    public record Formats(Optional<Path> signatures) {}

    public record Search(Duration timeMax) {}

    /** @param paidFirst whether copies with a fee wait until it is paid; else until it is accepted */
    public record Fees(boolean paidFirst) {}

    /**
     * @param outside the home of the open zone
     * @param publicAddress of the open site as the public knows it, without a path; empty: not known
     * @param requestsPerSecond that one address may make of the open server for long
     * @param terminals addresses of the screens in the authority's own hall
     * @param classCache whether a run keeps its classes for later ones
     * @param javaOptions for both, after our own
     */
    public record Servers(
            Endpoint staff,
            Endpoint open,
            Path outside,
            Optional<URI> publicAddress,
            int requestsPerSecond,
            Set<InetAddress> terminals,
            boolean classCache,
            List<String> javaOptions) {}
}
