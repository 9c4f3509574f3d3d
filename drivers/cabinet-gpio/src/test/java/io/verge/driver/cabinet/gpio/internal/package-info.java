@NullMarked
package io.verge.driver.cabinet.gpio.internal;

import org.jspecify.annotations.NullMarked;
