@NullMarked
package io.verge.messages.facilities.element;

import org.jspecify.annotations.NullMarked;
