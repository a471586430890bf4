/**
 * Both sites as people meet them, in a real browser: nothing for axe-core to object to, everything public without
 * script, the work of a day by keyboard alone, and pages that are light.
 *
 * <p>Read {@link se.sigill.browser.TwoSites} first: a small archive, both servers and one browser, started once for all
 * tests by {@link se.sigill.browser.Browsing}. Then {@link se.sigill.browser.Visit}: how a page is come to, and
 * of which template it is. {@link se.sigill.browser.TemplatesTest} fails for a template that nobody visits.
 *
 * <p>Where there is no Chromium the tests are skipped and say what to install. One thread: Playwright allows no more.
 */
@NullMarked
package se.sigill.browser;

import org.jspecify.annotations.NullMarked;
