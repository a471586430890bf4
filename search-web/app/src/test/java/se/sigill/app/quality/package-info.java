/**
 * Whether people find what they look for: public Swedish texts are delivered as a clerk would, and questions with known
 * answers asked.
 */
@NullMarked
package se.sigill.app.quality;

import org.jspecify.annotations.NullMarked;
