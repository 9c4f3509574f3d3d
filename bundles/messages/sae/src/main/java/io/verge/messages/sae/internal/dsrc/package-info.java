/**
 * What the box says and hears in the messages that SAE J2735 and ISO/TS 19091 have in common: MAP, SPAT, SRM, SSM and RTCM
 * corrections. ETSI's are the same behind a header of its own, with other names, on types that are generated once more.
 *
 * <p>This package is compiled into the bundle of ETSI too: its build copies it, with the packages' names exchanged. So it uses
 * the generated types of the common modules only, and builders where the two standards have different components.
 */
@NullMarked
package io.verge.messages.sae.internal.dsrc;

import org.jspecify.annotations.NullMarked;
