package se.sigill.engines.droid;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.gov.nationalarchives.droid.container.AbstractContainerIdentifier;
import uk.gov.nationalarchives.droid.container.ContainerFileIdentificationRequestFactory;
import uk.gov.nationalarchives.droid.container.ContainerSignatureFileReader;
import uk.gov.nationalarchives.droid.container.IdentifierEngine;
import uk.gov.nationalarchives.droid.container.ole2.Ole2Identifier;
import uk.gov.nationalarchives.droid.container.ole2.Ole2IdentifierEngine;
import uk.gov.nationalarchives.droid.container.zip.ZipIdentifier;
import uk.gov.nationalarchives.droid.container.zip.ZipIdentifierEngine;
import uk.gov.nationalarchives.droid.core.BinarySignatureIdentifier;
import uk.gov.nationalarchives.droid.core.SignatureParseException;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationMethod;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationResult;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationResultCollection;
import uk.gov.nationalarchives.droid.core.interfaces.RequestIdentifier;
import uk.gov.nationalarchives.droid.core.interfaces.archive.ArchiveFormatResolverImpl;
import uk.gov.nationalarchives.droid.core.interfaces.archive.ContainerIdentifier;
import uk.gov.nationalarchives.droid.core.interfaces.archive.ContainerIdentifierFactoryImpl;
import uk.gov.nationalarchives.droid.core.interfaces.resource.FileSystemIdentificationRequest;
import uk.gov.nationalarchives.droid.core.interfaces.resource.RequestMetaData;
import uk.gov.nationalarchives.droid.core.interfaces.signature.SignatureFileException;
import uk.gov.nationalarchives.droid.core.signature.FileFormat;
import uk.gov.nationalarchives.droid.core.signature.droid6.FFSignatureFile;

/** The DROID engine with one pair of signature files, wired by hand: DROID's own wiring brings a database. */
final class DroidEngine {
    /** From either end of a file: 64 KiB would miss two of 2,447 formats, all of it would read gigabytes. */
    private static final long SCAN_BYTES_MAX = 8L << 20;

    private static final String ZIP = "ZIP";
    private static final String OLE2 = "OLE2";

    private final String basis;
    private final BinarySignatureIdentifier signatures = new BinarySignatureIdentifier();
    private final ArchiveFormatResolverImpl containerTypes = new ArchiveFormatResolverImpl();
    private final ContainerIdentifierFactoryImpl containers = new ContainerIdentifierFactoryImpl();

    /**
     * One answer of DROID.
     *
     * @param mime the first media type PRONOM gives; empty if none
     * @param signed whether PRONOM has signatures for this format; for an answer by extension, for any with it
     * @param extensionFits whether the file's name has one of its extensions
     */
    record Hit(
            String puid,
            String mime,
            String name,
            IdentificationMethod method,
            boolean signed,
            boolean extensionFits) {}

    /**
     * What DROID says.
     *
     * @param hits the best answers; several if DROID cannot choose, empty if it knows nothing
     * @param extensionMismatch whether the name's extension is none of the format's
     */
    record Verdict(List<Hit> hits, boolean extensionMismatch) {}

    private DroidEngine(SignaturePair pair) {
        this.basis = pair.basis();
    }

    /** Reads the signatures, which takes a second or two. @throws IllegalArgumentException if they cannot be used */
    static DroidEngine open(SignaturePair pair) {
        DroidEngine engine = new DroidEngine(pair);
        try {
            engine.signatures.setSignatureFile(pair.signatures().toString());
            engine.signatures.init();
            engine.signatures.setMaxBytesToScan(SCAN_BYTES_MAX);
            // One reader for both: it reads and compiles the file once.
            ContainerSignatureFileReader containers = new ContainerSignatureFileReader(pair.containers());
            engine.addContainer(ZIP, new ZipIdentifier(), new ZipIdentifierEngine(), containers);
            engine.addContainer(OLE2, new Ole2Identifier(), new Ole2IdentifierEngine(), containers);
            // Last: containers take signatures away.
            engine.sift();
            return engine;
        } catch (SignatureParseException | SignatureFileException e) {
            throw new IllegalArgumentException("the signature pair " + pair.basis() + " cannot be read", e);
        }
    }

    private void sift() {
        FFSignatureFile file = signatures.getSigFile();
        file.setInternalSignatureCollection(new SiftedSignatures(file.getSignatures()));
    }

    private void addContainer(
            String type,
            AbstractContainerIdentifier identifier,
            IdentifierEngine engine,
            ContainerSignatureFileReader reader)
            throws SignatureFileException {
        engine.setRequestFactory(new ContainerFileIdentificationRequestFactory());
        identifier.setIdentifierEngine(engine);
        identifier.setSignatureReader(reader);
        identifier.setContainerIdentifierFactory(containers);
        identifier.setContainerFormatResolver(containerTypes);
        identifier.setDroidCore(signatures);
        identifier.setMaxBytesToScan(SCAN_BYTES_MAX);
        // Before init, or every container silently becomes a plain ZIP or OLE2 file.
        identifier.setContainerType(type);
        identifier.init();
        containers.addContainerIdentifier(type, identifier);
    }

    String basis() {
        return basis;
    }

    /** Looks at the bytes, then inside containers, and at the extension only if the bytes say nothing. */
    Verdict identify(Path file, String name) throws IOException {
        RequestMetaData meta = new RequestMetaData(Files.size(file), 0L, name);
        RequestIdentifier id = new RequestIdentifier(URI.create("file:/x"));
        id.setParentId(1L);
        id.setNodeId(2L);
        try (FileSystemIdentificationRequest request = new FileSystemIdentificationRequest(meta, id)) {
            request.open(file);
            IdentificationResultCollection results = signatures.matchBinarySignatures(request);
            IdentificationResultCollection inside = insideContainer(request, results);
            if (!inside.getResults().isEmpty()) {
                results = inside;
            }
            // The container file may name formats that the binary file of the same pair has not; DROID falls over them.
            boolean isKnown = results.getResults().stream()
                    .allMatch(
                            r -> r.getPuid() == null || signatures.getSigFile().getFileFormat(r.getPuid()) != null);
            if (isKnown) {
                signatures.removeLowerPriorityHits(results);
            }
            String extension = request.getExtension();
            if (results.getResults().isEmpty()) {
                results = signatures.matchExtensions(request, false);
            } else if (isKnown) {
                signatures.checkForExtensionsMismatches(results, extension);
            }
            return verdict(results, extension == null ? "" : extension);
        }
    }

    private IdentificationResultCollection insideContainer(
            FileSystemIdentificationRequest request, IdentificationResultCollection results) {
        for (IdentificationResult result : results.getResults()) {
            String type = containerTypes.forPuid(result.getPuid());
            ContainerIdentifier identifier = type == null ? null : containers.getIdentifier(type);
            if (identifier != null) {
                try {
                    return identifier.submit(request);
                } catch (IOException | RuntimeException e) {
                    // A damaged container is what its outer signature says; extraction will report the damage.
                    break;
                }
            }
        }
        return new IdentificationResultCollection(request);
    }

    private Verdict verdict(IdentificationResultCollection results, String extension) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        for (IdentificationResult result : results.getResults()) {
            String puid = result.getPuid();
            if (puid != null) {
                hits.putIfAbsent(puid, hit(puid, result.getMethod(), extension));
            }
        }
        // Where the bytes fit several formats, the one whose extension the name has goes first.
        List<Hit> ordered = new ArrayList<>(hits.values());
        ordered.sort(Comparator.comparing(Hit::extensionFits).reversed());
        return new Verdict(ordered, Boolean.TRUE.equals(results.getExtensionMismatch()));
    }

    private Hit hit(String puid, IdentificationMethod method, String extension) {
        FileFormat format = signatures.getSigFile().getFileFormat(puid);
        if (format == null) {
            return new Hit(puid, "", "", method, true, false);
        }
        String mime = format.getMimeType() == null
                ? ""
                : format.getMimeType().split(",", 2)[0].strip();
        String version = format.getVersion() == null ? "" : " " + format.getVersion();
        return new Hit(
                puid,
                mime,
                (format.getName() + version).strip(),
                method,
                signed(format, method, extension),
                format.hasMatchingExtension(extension));
    }

    private boolean signed(FileFormat format, IdentificationMethod method, String extension) {
        return method == IdentificationMethod.EXTENSION
                ? signatures.getSigFile().getFileFormatsForExtension(extension).stream()
                        .anyMatch(other -> other.getNumInternalSignatures() > 0)
                : format.getNumInternalSignatures() > 0;
    }
}
