/**
 * What the staff site shows: a record for each page, made from the open archive as the visitor has it, and turned into
 * HTML by the templates in {@code src/main/jte}. Begin with {@link se.sigill.staff.page.Frame}. Nothing here knows of
 * HTTP.
 */
@NullMarked
package se.sigill.staff.page;

import org.jspecify.annotations.NullMarked;
