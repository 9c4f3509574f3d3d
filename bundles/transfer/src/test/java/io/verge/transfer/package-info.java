@NullMarked
package io.verge.transfer;

import org.jspecify.annotations.NullMarked;
