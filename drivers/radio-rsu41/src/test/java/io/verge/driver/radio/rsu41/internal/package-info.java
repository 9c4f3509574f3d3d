@NullMarked
package io.verge.driver.radio.rsu41.internal;

import org.jspecify.annotations.NullMarked;
