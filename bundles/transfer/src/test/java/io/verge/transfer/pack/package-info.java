@NullMarked
package io.verge.transfer.pack;

import org.jspecify.annotations.NullMarked;
