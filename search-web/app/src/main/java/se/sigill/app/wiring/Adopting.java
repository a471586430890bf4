package se.sigill.app.wiring;

import java.nio.charset.StandardCharsets;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.CatalogueCsv;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.request.Boards;
import se.sigill.core.request.Courts;
import se.sigill.core.request.Delegations;
import se.sigill.core.request.TariffCsv;
import se.sigill.core.store.Digests;
import se.sigill.formats.FormatPolicy;

/** Checks a document of reference data and makes the act that brings it into force. */
public final class Adopting {
    public static final String FORMAT_POLICY = "format-policy";

    /** The kinds that can be adopted, as people type them. */
    public static final List<String> KINDS = List.of(
            AdoptedRules.PLAN,
            AdoptedRules.PROVISIONS,
            FORMAT_POLICY,
            Roles.KIND,
            Delegations.KIND,
            Boards.KIND,
            Courts.KIND,
            TariffCsv.KIND);

    /** A document stands whole in its act, and an act has at most some 1,050,000 characters. */
    public static final int DOCUMENT_BYTES_MAX = 1_000_000;

    private final OpenArchive archive;

    public Adopting(OpenArchive archive) {
        this.archive = archive;
    }

    /** What stands against adopting a document, or is worth knowing; adopt it only if none is an error. */
    public List<Finding> check(String kind, String name, String version, String document) {
        return switch (kind) {
            case AdoptedRules.PLAN -> CatalogueCsv.plan(name, version, document).findings();
            case AdoptedRules.PROVISIONS ->
                CatalogueCsv.provisions(name, version, document).findings();
            case FORMAT_POLICY -> FormatPolicy.read(document).findings();
            case Delegations.KIND -> Delegations.read(name, document).findings();
            case Boards.KIND -> Boards.read(name, document).findings();
            case Courts.KIND -> Courts.read(name, document).findings();
            case TariffCsv.KIND -> TariffCsv.read(name, version, document).findings();
            case Roles.KIND -> {
                Roles.read(document);
                yield List.of();
            }
            default ->
                throw new ArchiveException.WrongUsage(
                        "\"" + kind + "\" cannot be adopted; the kinds are " + String.join(", ", KINDS));
        };
    }

    public Act.Adopted act(String kind, String name, String version, String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return new Act.Adopted(
                archive.clock().instant(),
                archive.actor(),
                kind,
                name,
                version,
                Digests.of(bytes).sha256(),
                document);
    }
}
