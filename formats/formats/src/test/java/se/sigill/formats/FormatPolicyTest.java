package se.sigill.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormatPolicyTest {
    private static final String HEAD = "format,name,action,target,when,source\n";

    @Test
    void readsTheTableThatComesWithSigill() {
        FormatPolicy.Reading reading = FormatPolicy.read(FormatPolicy.sample());

        assertEquals(List.of(), reading.findings());
        assertTrue(reading.policy().rules().size() > 20);
    }

    @Test
    void choosesThePuidBeforeTheTypeBeforeTheFamilyBeforeTheRest() {
        FormatPolicy policy = FormatPolicy.read(HEAD
                        + "*,all,keep,,campaign,s\nimage/*,pictures,keep,,at-once,s\n"
                        + "image/png,PNG,keep,,at-release,s\nfmt/13,PNG 1.2,keep,,at-once,s\n")
                .policy();

        assertEquals("fmt/13", policy.rule("fmt/13", "image/png").orElseThrow().format());
        assertEquals(
                "image/png", policy.rule("fmt/11", "image/png").orElseThrow().format());
        assertEquals("image/*", policy.rule("", "image/gif").orElseThrow().format());
        assertEquals("*", policy.rule("", "audio/wav").orElseThrow().format());
    }

    @Test
    void decidesNothingForAFormatWithoutARow() {
        FormatPolicy policy =
                FormatPolicy.read(HEAD + "image/png,PNG,keep,,at-once,s\n").policy();

        assertTrue(policy.rule("fmt/134", "audio/mpeg").isEmpty());
    }

    @Test
    void namesEveryRowThatCannotBeRead() {
        FormatPolicy.Reading reading = FormatPolicy.read(HEAD
                + "a/b,x,burn,,at-once,s\na/c,x,keep,,never,s\na/d,x,normalise,docx,at-once,s\n"
                + "a/e,x,keep,,at-once,s\na/e,x,keep,,at-once,s\n");

        assertEquals(
                List.of("policy:2", "policy:3", "policy:4", "policy:6"),
                reading.findings().stream().map(f -> f.where()).toList());
    }

    @Test
    void readsSemicolonsAsSpreadsheetsWriteThem() {
        FormatPolicy.Reading reading = FormatPolicy.read(
                "format;name;action;target;when;source\ntext/plain;Text;normalise;pdfa-2a;at-once;s\n");

        assertEquals(List.of(), reading.findings());
        assertEquals("pdfa-2a", reading.policy().rules().getFirst().target());
    }
}
