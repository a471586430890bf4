/**
 * What tests run the product with: {@link se.sigill.app.run.Running} types commands as people do, in this process or in
 * one of its own that can be killed. Nothing here stands in for a part of the product.
 */
@NullMarked
package se.sigill.app.run;

import org.jspecify.annotations.NullMarked;
