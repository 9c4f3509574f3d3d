@NullMarked
package io.verge.messages.facilities;

import org.jspecify.annotations.NullMarked;
