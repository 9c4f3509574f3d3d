/** Those who want updates, and what is wanted of, without either. */
@NullMarked
package io.verge.testkit.update;

import org.jspecify.annotations.NullMarked;
