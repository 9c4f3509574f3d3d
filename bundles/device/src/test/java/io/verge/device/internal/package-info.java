@NullMarked
package io.verge.device.internal;

import org.jspecify.annotations.NullMarked;
