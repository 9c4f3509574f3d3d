/** The box replaces its certificate before it ends, and one from the factory asks for its name. */
@NullMarked
package io.verge.cloud.internal.identity;

import org.jspecify.annotations.NullMarked;
