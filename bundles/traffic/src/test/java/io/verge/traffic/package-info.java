@NullMarked
package io.verge.traffic;

import org.jspecify.annotations.NullMarked;
