/**
 * What the pages of both sites are made of: two languages, facts, links, the text of a record page by page, and what
 * somebody asks a search. Begin with {@link se.sigill.look.Language}. The style sheet lies beside.
 */
@NullMarked
package se.sigill.look;

import org.jspecify.annotations.NullMarked;
