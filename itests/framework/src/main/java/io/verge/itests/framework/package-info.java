/** Tests that run as a bundle inside the framework. */
@NullMarked
package io.verge.itests.framework;

import org.jspecify.annotations.NullMarked;
