/**
 * The search index kept by Apache Lucene.
 *
 * <p>Read first: {@link LuceneSearch} (the only public type), then {@code View}: one state of the index as the
 * holders of some labels see it. All that is hidden or deleted is deleted in a view's reader, and every count that a
 * score, a suggestion or a compound is made from is taken from a view, never from Lucene's own statistics. That one
 * mechanism keeps secrets between boards, forgets what was deleted, and makes an answer independent of segments and
 * merges.
 *
 * <p>{@code Words} cuts text, {@code SwedishStem} takes endings off, {@code Vocabulary} learns compounds,
 * {@code QueryCompiler} makes Lucene's query, {@code Gatherer} counts and ranks, {@code Passages} finds the page.
 *
 * <p>On disk: a Lucene index, form {@code sigill/index/4}; the cursor stands in the user data of the commit, so data
 * and cursor are durable together. The text is stored in the index, so that a snippet needs no other file. Lucene
 * writes and forces its own files: an index is outside the archive and may be deleted.
 *
 * <p>Threads: any number search; writing is guarded by Lucene's writer, commits by the index's own lock.
 */
@NullMarked
package se.sigill.search.lucene;

import org.jspecify.annotations.NullMarked;
