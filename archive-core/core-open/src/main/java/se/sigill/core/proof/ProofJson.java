package se.sigill.core.proof;

import java.util.Base64;
import java.util.Optional;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/**
 * A proof on its way to where bundles are made of it, {@code sigill/file-proof/1}: one JSON object, each part base64.
 * Nothing is believed here but the form; whoever gets the bundle checks it.
 */
public final class ProofJson {
    private static final String FORMAT = "sigill/file-proof/1";

    private ProofJson() {}

    public static byte[] write(FileProof proof) {
        Json.Obj json = Json.object()
                .with("format", FORMAT)
                .with(ProofBundle.LEAF, base64(proof.leaf().bytes()))
                .with(ProofBundle.PATH, base64(proof.path().bytes()))
                .with(ProofBundle.EVIDENCE, base64(proof.evidenceRecord()))
                .with(ProofBundle.ROOT, base64(proof.statement().bytes()))
                .with(ProofBundle.SIGNATURE, base64(proof.signature()))
                .with(ProofBundle.SEAL_CHAIN, base64(proof.sealChain()))
                .with(ProofBundle.STAMP, base64(proof.timeStamp()))
                .with(ProofBundle.STAMP_CHAIN, base64(proof.stampChain()));
        if (proof.published() instanceof PublicProof.Logged logged) {
            json = json.with(ProofBundle.PUBLIC_INCLUSION, base64(logged.proof().bytes()))
                    .with(ProofBundle.PUBLIC_KEY, base64(logged.keyLine()));
        }
        return JsonWriter.bytes(json);
    }

    /** Empty if the bytes are no proof of this form. */
    public static Optional<FileProof> read(byte[] bytes) {
        try {
            Json.Obj json = JsonReader.parse(bytes).asObject();
            Optional<LeafText> leaf = LeafText.parse(part(json, ProofBundle.LEAF));
            Optional<TreePath> path = TreePath.parse(part(json, ProofBundle.PATH));
            Optional<RootStatement> root = RootStatement.parse(part(json, ProofBundle.ROOT));
            if (!json.text("format").equals(FORMAT) || leaf.isEmpty() || path.isEmpty() || root.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new FileProof(
                    leaf.get(),
                    path.get(),
                    part(json, ProofBundle.EVIDENCE),
                    root.get(),
                    part(json, ProofBundle.SIGNATURE),
                    part(json, ProofBundle.SEAL_CHAIN),
                    part(json, ProofBundle.STAMP),
                    part(json, ProofBundle.STAMP_CHAIN),
                    published(json)));
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static PublicProof published(Json.Obj json) {
        if (!json.members().containsKey(ProofBundle.PUBLIC_INCLUSION)) {
            return new PublicProof.None();
        }
        return PublicProof.Logged.parse(part(json, ProofBundle.PUBLIC_KEY), part(json, ProofBundle.PUBLIC_INCLUSION))
                .orElseThrow(() -> new JsonException("the proof of the public log is not of its form"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] part(Json.Obj json, String name) {
        return Base64.getDecoder().decode(json.text(name));
    }
}
