/**
 * The root of Sigill's core: only {@link ArchiveException}, the one family of unexpected failures.
 *
 * <p>Expected outcomes are sealed result types in the packages below, problems of content are
 * {@link se.sigill.core.finding.Finding findings}.
 */
@NullMarked
package se.sigill.core;

import org.jspecify.annotations.NullMarked;
