/** Radios that speak USDOT RSU 4.1: Immediate Forward out, forwarded messages in. */
@NullMarked
package io.verge.driver.radio.rsu41.internal;

import org.jspecify.annotations.NullMarked;
