/** Files of a laptop at the cabinet over CoAP: the side that asks, and the side that has them. */
@NullMarked
package io.verge.transfer.coap;

import org.jspecify.annotations.NullMarked;
