@NullMarked
package se.sigill.formats;

import org.jspecify.annotations.NullMarked;
