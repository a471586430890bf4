package se.sigill.core.proof;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What can be said about a proof bundle, or about the evidence that goes with an exported record. */
public enum ProofFinding implements FindingCode {
    FORM("PROOF-FORM", "Ask the authority for the bundle again: this part is not in its form."),
    FILE_MISSING("PROOF-FILE-MISSING", "Ask the authority for the bundle again: a part of it is not there."),
    FILE_EXTRA("PROOF-FILE-EXTRA", "Do not rely on this file: it is not part of the proof."),
    FILE_CHANGED(
            "PROOF-FILE-CHANGED", "Ask the authority for the bundle again: a part of it is not as it was written."),
    DIGEST("PROOF-DIGEST", "Do not rely on the file: it is not the one that was sealed."),
    EVIDENCE_BROKEN("PROOF-EVIDENCE-BROKEN", "Ask for the bundle again: the evidence record does not prove the leaf."),
    PATH_BROKEN("PROOF-PATH-BROKEN", "Ask for the bundle again: the path does not lead from the leaf to the root."),
    SIGNATURE_BROKEN("PROOF-SIGNATURE-BROKEN", "Do not rely on the file: the seal was not made over this root."),
    PLACE("PROOF-PLACE", "Do not rely on what the file is called here: it was sealed as something else."),
    METS("PROOF-METS", "Rely on the sealed files alone, or ask for the export again: this METS says something else."),
    ACTS("PROOF-ACTS", "Do not rely on these acts, or ask for the export again: the log does not have them so."),
    PUBLIC_LOG(
            "PROOF-PUBLIC-LOG",
            "Rely on the seal alone, or ask for the bundle again: the public log does not have the file so."),
    TIMESTAMP_BROKEN("PROOF-TIMESTAMP-BROKEN", "Do not rely on the time: the time-stamp was not made over this root.");

    private final String id;
    private final String remedy;

    ProofFinding(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
