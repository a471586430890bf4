@NullMarked
package se.sigill.engines.withhold;

import org.jspecify.annotations.NullMarked;
