@NullMarked
package io.verge.broker;

import org.jspecify.annotations.NullMarked;
