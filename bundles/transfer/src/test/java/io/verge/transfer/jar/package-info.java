@NullMarked
package io.verge.transfer.jar;

import org.jspecify.annotations.NullMarked;
