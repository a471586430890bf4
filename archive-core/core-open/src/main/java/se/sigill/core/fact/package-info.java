/**
 * What may be known outside of one record: facts and no more.
 *
 * <p>Read {@link se.sigill.core.fact.PublicEntry} first. A {@link se.sigill.core.fact.PublicRecord} is of a record that
 * is open and on the web; a {@link se.sigill.core.fact.Notice} says of another one that it is there, and hardly
 * anything else. Each lists its fields one by one: what is not a field here cannot get out.
 *
 * <p>Values are immutable. On disk they are members of a public bundle's manifest (docs/formats/public-bundle.md).
 */
@NullMarked
package se.sigill.core.fact;

import org.jspecify.annotations.NullMarked;
