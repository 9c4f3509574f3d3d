@NullMarked
package io.verge.transfer.source;

import org.jspecify.annotations.NullMarked;
