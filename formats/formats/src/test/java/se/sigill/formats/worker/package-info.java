@NullMarked
package se.sigill.formats.worker;

import org.jspecify.annotations.NullMarked;
