/**
 * Asking anonymously: what somebody sends in, which the outside encrypts at once and cannot read, and what is handed
 * out to who has the code, which lies outside only encrypted.
 *
 * <p>Read {@link se.sigill.core.inbox.Letter} and {@link se.sigill.core.inbox.AskedLetter} (in), then
 * {@link se.sigill.core.inbox.FollowCode}, {@link se.sigill.core.inbox.PrivateBox} and
 * {@link se.sigill.core.inbox.BoxState} (out).
 * {@link se.sigill.core.inbox.Inbox} and {@link se.sigill.core.inbox.Boxes} are the folders between, and
 * {@link se.sigill.core.inbox.FetchCounts} says how often, and of nobody, something was fetched.
 *
 * <p>A letter is sealed outside to the key in {@code keys/inbox.pub}, waits in {@code inbox/}, is opened inside and
 * deleted after the inside's commit. The code is shown once and kept nowhere; the inside has the
 * {@link se.sigill.core.inbox.BoxKey} that follows from it, and writes the box until it is deleted.
 *
 * <p>Knows nothing of requests, laws or pages, and no private key but the one it is called with. Everything is
 * immutable or stateless but the two folders, which say what threads may do.
 *
 * <p>What is on disk: {@code docs/formats/inbox.md}. Sources: RFC 9180 (HPKE), RFC 5869 (HKDF), RFC 8410 (X25519
 * keys), Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance,
 * CRYPTO 2015 (STREAM).
 */
@NullMarked
package se.sigill.core.inbox;

import org.jspecify.annotations.NullMarked;
