@NullMarked
package io.verge.mqtt;

import org.jspecify.annotations.NullMarked;
