@NullMarked
package io.verge.authority.renewal;

import org.jspecify.annotations.NullMarked;
