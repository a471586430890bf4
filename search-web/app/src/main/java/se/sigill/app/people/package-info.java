/**
 * The people who work in the archive: accounts, passwords, second factors, sessions. Begin with
 * {@link se.sigill.app.people.People}. What somebody may do is no business of this package: roles are adopted, and
 * {@link se.sigill.app.wiring.Roles} reads them.
 */
@NullMarked
package se.sigill.app.people;

import org.jspecify.annotations.NullMarked;
