package se.sigill.core.verify;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.keys.Identity;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.log.LogReport;
import se.sigill.core.seal.Reading;
import se.sigill.core.seal.SealFinding;

/** Whose keys were met on the way, and what a trust file says of them. For one thread. */
final class Signers {
    private record Seen(TrustFile.Kind kind, String key) {}

    private final Optional<TrustFile> trust;
    private final FindingSink sink;
    private final Set<Seen> strangers = new LinkedHashSet<>();
    private boolean internalTold;
    private String newestSeal = "";
    private String newestLog = "";

    Signers(Optional<TrustFile> trust, FindingSink sink) {
        this.trust = trust;
        this.sink = sink;
    }

    /**
     * Takes note of a key that signed something.
     *
     * @param key as a trust file names it
     * @param at when the thing is proved, or at least said, to have been signed
     */
    void saw(TrustFile.Kind kind, String key, Instant at, String where) {
        switch (kind) {
            case SEAL -> newestSeal = key;
            case LOG, TSA -> {}
        }
        if (trust.isEmpty() || (kind == TrustFile.Kind.TSA && !trust.get().names(kind))) {
            return;
        }
        if (!trust.get().believes(kind, key, at) && strangers.add(new Seen(kind, key))) {
            sink.add(
                    VerifyFinding.STRANGER,
                    where,
                    "the trust file does not name this " + kind.name().toLowerCase(Locale.ROOT) + " key for that time: "
                            + key);
        }
    }

    /** As {@link #saw} for a time-stamp; says once if it is by an authority that calls itself internal. */
    void sawStamp(Reading.Holds stamp, String where) {
        X509Certificate certificate = stamp.chain().getFirst();
        saw(TrustFile.Kind.TSA, Identity.fingerprint(certificate), stamp.at(), where);
        if (!internalTold && certificate.getSubjectX500Principal().getName().contains("INTERNAL")) {
            internalTold = true;
            sink.add(
                    SealFinding.INTERNAL_TIME,
                    where,
                    "the time is by the archive's own, internal authority; it binds nobody else");
        }
    }

    /** As {@link #saw} for the key of a public log, where the trust file names a log at all. */
    void sawPublicLog(String key, String where) {
        if (trust.filter(file -> file.names(TrustFile.Kind.LOG)).isPresent()) {
            // Nothing proves when it was signed: a key with an end is not believed.
            saw(TrustFile.Kind.LOG, key, Instant.MAX, where);
        }
    }

    /** Takes note of what the log's verification says of its key. */
    void sawLog(String key, LogReport.From from) {
        newestLog = key;
        if (from == LogReport.From.STRANGER) {
            strangers.add(new Seen(TrustFile.Kind.LOG, key));
        }
    }

    TrustReport.From from() {
        String newest = newestSeal.isEmpty() ? newestLog : newestSeal;
        if (!strangers.isEmpty()) {
            return new TrustReport.Mismatch(strangers.iterator().next().key());
        }
        return trust.isEmpty() || newest.isEmpty() ? new TrustReport.Unknown(newest) : new TrustReport.Trusted(newest);
    }
}
