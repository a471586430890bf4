package se.sigill.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static String title(String kind, Validation.Verdict verdict) {
        return new Validation(kind, verdict, "veraPDF", List.of(), List.of()).title();
    }

    @Test
    void onlyWhatIsValidIsCalledByTheNameOfItsKind() {
        assertEquals("PDF/A-2b", title("pdfa-2b", Validation.Verdict.VALID));
        assertEquals("", title("pdfa-2b", Validation.Verdict.INVALID));
        assertEquals("", title("pdfa-2b", Validation.Verdict.UNKNOWN));
        assertEquals("", title("pdfua-1", Validation.Verdict.VALID));
    }
}
