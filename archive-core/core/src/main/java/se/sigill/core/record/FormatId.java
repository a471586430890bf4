package se.sigill.core.record;

/**
 * What a file was identified as.
 *
 * @param puid the PRONOM id ({@code fmt/412}); empty if unknown
 * @param mime the media type; {@code application/octet-stream} if unknown
 * @param name the name of the format for people; empty if unknown
 * @param basis the signature versions that said so, for example {@code PRONOM V100/20240501}
 */
public record FormatId(String puid, String mime, String name, String basis) {
    public static final FormatId UNKNOWN = new FormatId("", "application/octet-stream", "", "");
}
