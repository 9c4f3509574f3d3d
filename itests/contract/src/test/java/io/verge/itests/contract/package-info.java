@NullMarked
package io.verge.itests.contract;

import org.jspecify.annotations.NullMarked;
