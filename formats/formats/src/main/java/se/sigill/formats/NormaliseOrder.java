package se.sigill.formats;

import java.nio.file.Path;

/**
 * What is to be made of a file.
 *
 * @param source the file
 * @param puid as identified; may be empty
 * @param mime as identified
 * @param title the title the rendition carries; the name of the source is taken if it is empty
 * @param language the language of the text, {@code sv}
 * @param rule what the policy says for this format
 * @param outFolder an existing folder for the rendition; the caller owns and clears it
 */
public record NormaliseOrder(
        FileInput source,
        String puid,
        String mime,
        String title,
        String language,
        FormatPolicy.Rule rule,
        Path outFolder) {}
