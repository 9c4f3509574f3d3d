@NullMarked
package io.verge.messages.compiler;

import org.jspecify.annotations.NullMarked;
