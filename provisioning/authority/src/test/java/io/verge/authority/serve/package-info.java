@NullMarked
package io.verge.authority.serve;

import org.jspecify.annotations.NullMarked;
