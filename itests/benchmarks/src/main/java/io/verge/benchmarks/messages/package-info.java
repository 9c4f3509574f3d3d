/** What a message costs: time and memory of decoding and encoding, beside C code for the same messages. */
@NullMarked
package io.verge.benchmarks.messages;

import org.jspecify.annotations.NullMarked;
