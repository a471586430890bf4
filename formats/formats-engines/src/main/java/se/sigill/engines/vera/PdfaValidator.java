package se.sigill.engines.vera;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import se.sigill.core.finding.Finding;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Validation;
import se.sigill.formats.Validation.Failure;
import se.sigill.formats.Validation.Verdict;
import se.sigill.formats.Validator;

/** Checks a PDF against the flavour it declares, or another. */
public final class PdfaValidator {
    /** More broken rules than these tell a reader nothing new. */
    private static final int FAILURES_MAX = 100;

    private static final List<PDFAFlavour> LASTING_FOR_ALL = List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

    private final String engine;

    public PdfaValidator() {
        VeraGreenfieldFoundryProvider.initialise();
        String version = PDFAParser.class.getPackage().getImplementationVersion();
        this.engine = "veraPDF " + (version == null ? "1.30.2" : version);
    }

    /**
     * Checks a file.
     *
     * @param kind as {@link Validator#validate}
     * @param name for findings
     */
    public Validation validate(Path file, String kind, String name) {
        PDFAFlavour wanted = kind.equals(Validator.AS_DECLARED) ? PDFAFlavour.NO_FLAVOUR : flavour(kind);
        try (PDFAParser parser = wanted == PDFAFlavour.NO_FLAVOUR
                ? Foundries.defaultInstance().createParser(file.toFile())
                : Foundries.defaultInstance().createParser(file.toFile(), wanted)) {
            // A file that declares nothing has no flavour at all.
            PDFAFlavour flavour = wanted != PDFAFlavour.NO_FLAVOUR
                    ? wanted
                    : parser.getFlavours().stream().findFirst().orElse(PDFAFlavour.NO_FLAVOUR);
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                return new Validation("", Verdict.UNKNOWN, engine, List.of(), List.of());
            }
            try (PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                return result(flavour, validator.validate(parser), name);
            }
        } catch (EncryptedPdfException e) {
            return hindered(kind, FormatFinding.ENCRYPTED, name, "the file is encrypted");
        } catch (ModelParsingException | ValidationException | IOException e) {
            return hindered(kind, FormatFinding.DAMAGED, name, "it cannot be read as a PDF");
        }
    }

    /**
     * Checks a file as PDF/A-2a and as PDF/UA-1, and reads it once for both.
     *
     * @return what is said of each, in this order; one answer, not valid, if the file cannot be read at all
     */
    public List<Validation> validateLastingForAll(Path file, String name) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile(), PDFAFlavour.PDFA_2_A);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(LASTING_FOR_ALL)) {
            parser.setFlavours(LASTING_FOR_ALL);
            List<ValidationResult> results = validator.validateAll(parser);
            return LASTING_FOR_ALL.stream()
                    .map(flavour -> results.stream()
                            .filter(result -> result.getPDFAFlavour() == flavour)
                            .findFirst()
                            .map(result -> result(flavour, result, name))
                            .orElseGet(() -> hindered(kind(flavour), FormatFinding.DAMAGED, name, "no answer")))
                    .toList();
        } catch (EncryptedPdfException e) {
            return List.of(hindered("pdfa-2a", FormatFinding.ENCRYPTED, name, "the file is encrypted"));
        } catch (ModelParsingException | ValidationException | IOException e) {
            return List.of(hindered("pdfa-2a", FormatFinding.DAMAGED, name, "it cannot be read as a PDF"));
        }
    }

    private Validation hindered(String kind, FormatFinding code, String name, String message) {
        return new Validation(kind, Verdict.INVALID, engine, List.of(), List.of(Finding.of(code, name, message)));
    }

    private static PDFAFlavour flavour(String kind) {
        return switch (kind) {
            case "pdfua-1" -> PDFAFlavour.PDFUA_1;
            case "pdfua-2" -> PDFAFlavour.PDFUA_2;
            default -> PDFAFlavour.byFlavourId(kind.replace("pdfa-", ""));
        };
    }

    private static String kind(PDFAFlavour flavour) {
        return switch (flavour) {
            case PDFUA_1 -> "pdfua-1";
            case PDFUA_2 -> "pdfua-2";
            default -> "pdfa-" + flavour.getId().toLowerCase(Locale.ROOT);
        };
    }

    private Validation result(PDFAFlavour flavour, ValidationResult result, String name) {
        List<Failure> failures = new ArrayList<>();
        for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
            if (failures.size() < FAILURES_MAX) {
                RuleId rule = failed.getKey();
                String code = rule.getClause() + "-" + rule.getTestNumber();
                failures.add(new Failure(code, demand(result, rule), failed.getValue()));
            }
        }
        failures.sort((a, b) -> a.code().compareTo(b.code()));
        if (result.isCompliant()) {
            return new Validation(kind(flavour), Verdict.VALID, engine, failures, List.of());
        }
        String rules =
                String.join(", ", failures.stream().map(Failure::code).limit(8).toList());
        Finding finding = Finding.of(FormatFinding.INVALID, name, "breaks " + kind(flavour) + " in " + rules);
        return new Validation(kind(flavour), Verdict.INVALID, engine, failures, List.of(finding));
    }

    private static String demand(ValidationResult result, RuleId rule) {
        return result.getTestAssertions().stream()
                .filter(assertion -> assertion.getRuleId().equals(rule))
                .map(TestAssertion::getMessage)
                .findFirst()
                .orElse("");
    }
}
