@NullMarked
package se.sigill.core.incident;

import org.jspecify.annotations.NullMarked;
