@NullMarked
package se.sigill.engines.letter;

import org.jspecify.annotations.NullMarked;
