/** Corrections for satellite navigation: RTCM 3 messages of an NTRIP caster, a receiver or a file. */
@NullMarked
package io.verge.driver.corrections.ntrip.internal;

import org.jspecify.annotations.NullMarked;
