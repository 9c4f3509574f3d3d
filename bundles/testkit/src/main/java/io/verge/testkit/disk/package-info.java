/** A disk that fails under a process and loses on a power cut what was not synced. Linux with a C compiler. */
@NullMarked
package io.verge.testkit.disk;

import org.jspecify.annotations.NullMarked;
