/** How the operator's tools hold a connection to the broker. */
@NullMarked
package io.verge.mqtt;

import org.jspecify.annotations.NullMarked;
