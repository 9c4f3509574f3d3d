/** The tool as people use it, and what it makes as boxes use it. */
@NullMarked
package io.verge.authority;

import org.jspecify.annotations.NullMarked;
