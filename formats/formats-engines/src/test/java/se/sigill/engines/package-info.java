@NullMarked
package se.sigill.engines;

import org.jspecify.annotations.NullMarked;
