package se.sigill.core.config;

import java.util.Arrays;
import java.util.List;

/** Every key of {@code sigill.conf}: its name, its default as text, and what it means. */
public enum ConfigKey {
    ARCHIVE_NAME("archive.name", "sigill.local", "name of the archive, first part of the log's origin; no blanks"),
    ARCHIVE_AUTHORITY("archive.authority", "Arkivmyndigheten", "the archival authority (arkivmyndighet)"),
    ARCHIVE_ZONE("archive.zone", "Europe/Stockholm", "time zone in which days begin and end"),
    ARCHIVE_MAIL_DOMAINS(
            "archive.mail-domains",
            "",
            "the authority's own mail domains, with commas: they tell dispatched mail from received"),
    KEYS_PASSPHRASE_FILE(
            "keys.passphrase-file", "", "file whose first line is the passphrase of the key stores; empty: none"),
    LOG_SHIP_TO("log.ship-to", "", "second directory that gets every commit; empty: none"),
    SEAL_TSA("seal.tsa", "internal", "time-stamp authority: internal, or the URL of an outside one (RFC 3161)"),
    STORE_SYNC_THREADS("store.sync-threads", "8", "threads that fsync the files of a batch"),
    INGEST_BATCH_RECORDS_MAX("ingest.batch-records-max", "256", "records committed together at most"),
    INGEST_BATCH_BYTES_MAX(
            "ingest.batch-bytes-max",
            "67108864",
            "bytes of originals committed together at most, unless one file is larger"),
    WORKERS_COUNT(
            "workers.count",
            "2",
            "worker processes that read hostile bytes, and as many that make renditions; half as many in a server"),
    WORKERS_MEMORY_MEBIBYTES("workers.memory-mebibytes", "512", "heap of one worker process"),
    WORKERS_TIME_LIMIT("workers.time-limit", "PT60S", "longest time one file may take in a worker"),
    WORKERS_FILES_MAX("workers.files-max", "5000", "files after which a worker process is replaced"),
    FORMATS_SIGNATURES(
            "formats.signatures", "", "folder with a newer pair of PRONOM signature files; empty: the built-in pair"),
    SEARCH_MILLIS_MAX(
            "search.millis-max",
            "10000",
            "longest time one query of a command may take; then it answers with what it has"),
    FEES_COPIES_AFTER(
            "fees.copies-after",
            "acceptance",
            "acceptance or payment: what the copies of a request wait for, where a fee was quoted for them"),
    STAFF_LISTEN("staff.listen", "127.0.0.1:9443", "address and port of the staff server; `*:9443` is every address"),
    STAFF_PROTOCOL(
            "staff.protocol",
            "https",
            "https, or plain: no TLS, for a loopback address behind a proxy on this machine that speaks it"),
    OPEN_LISTEN("open.listen", "127.0.0.1:8443", "address and port of the open server; `*:8443` is every address"),
    OPEN_PROTOCOL("open.protocol", "https", "https or plain, as `staff.protocol`"),
    OPEN_HOME("open.home", "", "the open zone's own home; empty: beside this folder, under its name with -outside"),
    OPEN_PUBLIC_ADDRESS(
            "open.public-address",
            "",
            "where the public finds the open site, such as `https://arkiv.kommun.se`: search engines are told of it"),
    OPEN_REQUESTS_PER_SECOND(
            "open.requests-per-second",
            "5",
            "how much one address may ask of the open server for long; thirty times as much at once"),
    OPEN_TERMINALS(
            "open.terminals",
            "",
            "addresses of the screens where the public reads in your hall, with commas, such as `10.1.2.3`: there"
                    + " nothing is saved, and nothing stays when somebody leaves"),
    SERVE_CLASS_CACHE(
            "serve.class-cache",
            "yes",
            "yes or no: whether the first run of a server keeps its classes (120 MB), so that later ones start sooner"),
    SERVE_JAVA_OPTIONS(
            "serve.java-options",
            "",
            "more options of Java for both servers, with blanks between, such as `-Xmx1g`; they win over our own");

    private final String key;
    private final String ifAbsent;
    private final String meaning;

    ConfigKey(String key, String ifAbsent, String meaning) {
        this.key = key;
        this.ifAbsent = ifAbsent;
        this.meaning = meaning;
    }

    /** The name in the file. */
    public String key() {
        return key;
    }

    /** The value where the file says nothing. */
    public String ifAbsent() {
        return ifAbsent;
    }

    public String meaning() {
        return meaning;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ConfigKey::key).toList();
    }
}
