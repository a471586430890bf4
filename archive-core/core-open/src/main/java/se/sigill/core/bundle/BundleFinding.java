package se.sigill.core.bundle;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** Why the open zone refuses a bundle. It goes on with what it had. */
public enum BundleFinding implements FindingCode {
    FORM("BUNDLE-FORM", "Nothing to do if the next bundle comes: this one was not whole, and is sent again."),
    SIGNATURE("BUNDLE-SIGNATURE", "Compare the key ring outside with sigill keys show: nobody there signed this."),
    CHANGED("BUNDLE-CHANGED", "Nothing to do if the next bundle comes: a file was changed on its way."),
    ORIGIN("BUNDLE-ORIGIN", "Check which archive sends here: this bundle is of another one."),
    OLD_EPOCH("BUNDLE-OLD-EPOCH", "Stop the archive that sent it: another has taken its place after a restore."),
    REPLAY("BUNDLE-REPLAY", "Nothing to do: the bundle was applied before."),
    GAP("BUNDLE-GAP", "Nothing to do: the archive begins anew with everything when it sees how far this is."),
    OTHER_PAST("BUNDLE-OTHER-PAST", "Nothing to do: the archive begins anew with everything when it sees this."),
    LOG(
            "BUNDLE-LOG",
            "Compare keys/log.keys outside with sigill keys show. If they agree, two histories of the public log are"
                    + " told: keep both, and find out who signs."),
    STALE("BUNDLE-STALE", "Check the clocks of both machines; the archive sends a fresh bundle.");

    private final String id;
    private final String remedy;

    BundleFinding(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return this == REPLAY ? Severity.INFO : Severity.ERROR;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
