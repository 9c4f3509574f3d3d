@NullMarked
package io.verge.transfer.hawkbit;

import org.jspecify.annotations.NullMarked;
