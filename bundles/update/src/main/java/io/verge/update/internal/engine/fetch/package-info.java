/** Brings the jars of a release to the store, in the smallest form that this box can use, and looks into them. */
@NullMarked
package io.verge.update.internal.engine.fetch;

import org.jspecify.annotations.NullMarked;
