/** An MQTT 5 broker for a desk. */
@NullMarked
package io.verge.broker;

import org.jspecify.annotations.NullMarked;
