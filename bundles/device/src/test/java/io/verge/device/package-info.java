@NullMarked
package io.verge.device;

import org.jspecify.annotations.NullMarked;
