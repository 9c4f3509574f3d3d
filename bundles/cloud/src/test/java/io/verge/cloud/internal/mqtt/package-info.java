@NullMarked
package io.verge.cloud.internal.mqtt;

import org.jspecify.annotations.NullMarked;
