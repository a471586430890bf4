package se.sigill.core.verify;

import java.util.List;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;
import se.sigill.core.json.Json;

/**
 * The two answers about one path.
 *
 * @param path as it was given
 * @param intact everything hangs together
 * @param from whose it is
 * @param findings sorted by place; those of severity info are no faults
 */
public record TrustReport(String path, boolean intact, From from, List<Finding> findings) {
    /** Whose something is. */
    public sealed interface From {
        /** The words in the JSON line. */
        String words();
    }

    /** Every key is in the trust file. @param fingerprint of the newest seal certificate, or of the log key */
    public record Trusted(String fingerprint) implements From {
        @Override
        public String words() {
            return "trusted: " + fingerprint;
        }
    }

    /** There was no trust file, or nothing is signed. @param fingerprint empty if nothing is signed */
    public record Unknown(String fingerprint) implements From {
        @Override
        public String words() {
            return "unknown";
        }
    }

    /** A key is not in the trust file. @param fingerprint the first such key */
    public record Mismatch(String fingerprint) implements From {
        @Override
        public String words() {
            return "mismatch: " + fingerprint;
        }
    }

    public TrustReport {
        findings = List.copyOf(findings);
    }

    /** One sentence for people. */
    public String verdict() {
        if (!intact) {
            boolean nothing = findings.stream().anyMatch(f -> f.code() == VerifyFinding.NOTHING_HERE);
            return nothing ? "nothing that can be verified" : "not intact";
        }
        return switch (from) {
            case Trusted _ -> "intact, and from whom the trust file says";
            case Unknown _ -> "intact, but nothing says whose";
            case Mismatch _ -> "intact, but made with a key that the trust file does not name";
        };
    }

    /** Whether a command about this path ends with exit code 0. */
    public boolean isSound() {
        return intact && findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }

    /** {@code {"path","intact","from","fingerprint","verdict","findings"}}, in this order. */
    public Json toJson() {
        String fingerprint =
                switch (from) {
                    case Trusted(String f) -> f;
                    case Unknown(String f) -> f;
                    case Mismatch(String f) -> f;
                };
        return Json.object()
                .with("path", path)
                .with("intact", intact)
                .with("from", from.words())
                .with("fingerprint", fingerprint)
                .with("verdict", verdict())
                .with(
                        "findings",
                        Json.array(findings.stream().map(Finding::toJson).toList()));
    }
}
