@NullMarked
package io.verge.cloud.internal.command;

import org.jspecify.annotations.NullMarked;
