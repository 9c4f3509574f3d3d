@NullMarked
package io.verge.cloud.internal.contract;

import org.jspecify.annotations.NullMarked;
