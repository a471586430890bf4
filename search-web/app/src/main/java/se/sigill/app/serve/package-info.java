/**
 * The two servers: written down, started, watched and stopped.
 *
 * <p>Read {@link se.sigill.app.serve.Servers} first: {@code serve}, {@code stop} and {@code status} ask it.
 * {@link se.sigill.app.serve.Server} names the two, {@link se.sigill.app.serve.ServerPlace} says where the files of one
 * lie, {@code LibertyFiles} writes them anew at each start from {@code sigill.conf}, and {@code ServerProcess} finds
 * the process of one again. The runtime and the two web archives are an {@link se.sigill.app.serve.Installation}, which
 * both servers share and nobody writes to.
 *
 * <p>What a server answers is read by {@code ServerClient} over TLS, which believes exactly one certificate: that of
 * the server's own key. The two processes share no memory, no file that either writes, and no key.
 *
 * <p>On disk: {@code docs/reference/state.md}. Sources: Open Liberty's documentation of {@code server.xml},
 * {@code bootstrap.properties} and the directory of variables; JEP 514 for the class cache.
 */
@NullMarked
package se.sigill.app.serve;

import org.jspecify.annotations.NullMarked;
