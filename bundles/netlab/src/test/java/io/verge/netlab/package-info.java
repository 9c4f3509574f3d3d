@NullMarked
package io.verge.netlab;

import org.jspecify.annotations.NullMarked;
