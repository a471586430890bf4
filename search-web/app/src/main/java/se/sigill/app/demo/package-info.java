/**
 * The demonstration municipality: invented Swedish papers and mails in real formats, and the corpora of the bench.
 *
 * <p>Read {@link se.sigill.app.demo.DemoMunicipality} first (folders of deliveries and what is in them), then
 * {@link se.sigill.app.demo.DemoFacts} (what a test or a person may search for) and
 * {@link se.sigill.app.demo.BenchCorpus} (large corpora). A paper is words ({@link se.sigill.app.demo.Grammar}) in a
 * template ({@link se.sigill.app.demo.PaperTemplates}), written in one of the forms of
 * {@link se.sigill.app.demo.FileForm} with the JDK alone.
 *
 * <p>Everything follows from a seed: the same seed gives the same bytes on every machine with the same JDK. Each paper
 * draws from dice of its own, so that they may be made in any order and in parallel. Lindhults kommun, its people,
 * companies and properties are invented; no personal numbers occur; mail addresses lie under {@code .example}.
 *
 * <p>Nothing here is durable: the folders are input to a deposit and can be made again.
 */
@NullMarked
package se.sigill.app.demo;

import org.jspecify.annotations.NullMarked;
