@NullMarked
package se.sigill.core.check;

import org.jspecify.annotations.NullMarked;
