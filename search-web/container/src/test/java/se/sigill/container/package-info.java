/**
 * The two web archives as they are built, deployed to a running server by Arquillian: that the parts find each other
 * there, who is let in, what a failure half-way leaves, and that a server starts on what a kill left. What needs no
 * server is tested where it is written.
 *
 * <p>Begin with {@link se.sigill.container.ServerFolder}: it makes the folder of the one server that all tests here
 * have one after another. {@link se.sigill.container.Archives} makes the archive that the next deployment opens.
 */
@NullMarked
package se.sigill.container;

import org.jspecify.annotations.NullMarked;
