/** The port to the broker, and what goes through it. */
@NullMarked
package io.verge.cloud.internal.mqtt;

import org.jspecify.annotations.NullMarked;
