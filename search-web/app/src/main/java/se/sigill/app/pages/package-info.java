/**
 * Images of the pages of files, drawn by the engines when somebody wants them and kept below {@code work/cache/}. Begin
 * with {@link se.sigill.app.pages.PageViews}, which staff look at; {@link se.sigill.app.pages.DrawnPages} is the cache.
 * Nobody here asks whether somebody may see a page: who calls has asked.
 */
@NullMarked
package se.sigill.app.pages;

import org.jspecify.annotations.NullMarked;
