@NullMarked
package io.verge.cloud.internal.session;

import org.jspecify.annotations.NullMarked;
