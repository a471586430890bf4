/** Images of first pages: small, for people to recognise a document by. What lasts is made elsewhere. */
@NullMarked
package se.sigill.engines.image;

import org.jspecify.annotations.NullMarked;
