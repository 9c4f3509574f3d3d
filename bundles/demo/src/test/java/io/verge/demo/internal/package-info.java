@NullMarked
package io.verge.demo.internal;

import org.jspecify.annotations.NullMarked;
