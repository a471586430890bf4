/**
 * Finding records: what goes into an index, what may be asked of it, and what comes back.
 *
 * <p>Read first: {@link SearchIndex} (the port: put, delete, commit, and through {@link SearchReader} search, suggest,
 * spell), {@link IndexDocument} (one record with its pages and the labels that open it), {@link SearchRequest} and
 * {@link SearchResult}. {@link QueryGrammar} reads what a person typed; it refuses nothing and knows no field that is
 * not in {@link SearchField}. The one technology is Lucene, in {@code search.lucene}.
 *
 * <p>An index is a projection: it holds nothing that cannot be computed again, carries the cursor up to which it was
 * computed, and may be deleted. Both zones use this package, each with an index of its own; it therefore knows neither
 * the archive nor a person, only opaque labels. Whoever calls turns a viewer's rights into labels.
 *
 * <p><b>The rule of access.</b> A document is visible to a request if and only if one of its labels is among the
 * request's. Hits, order, scores, totals, facets, snippets, suggestions, spelling and the words learnt for compounds
 * are computed from visible documents alone: two archives that agree on what a viewer may see give that viewer the
 * same bytes, whatever else they hold (OSL 8 kap.; performance figures of shared indexes leak otherwise).
 *
 * <p>Values are immutable and may be shared between threads; an index may be used by any number of threads.
 */
@NullMarked
package se.sigill.search;

import org.jspecify.annotations.NullMarked;
