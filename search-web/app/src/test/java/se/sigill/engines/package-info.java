/**
 * A stand-in for the worker of the format engines, under the name by which the product starts it: engines that
 * misbehave when a file tells them to. It uses the JDK alone, as it is started from a jar of its own.
 */
@NullMarked
package se.sigill.engines;

import org.jspecify.annotations.NullMarked;
