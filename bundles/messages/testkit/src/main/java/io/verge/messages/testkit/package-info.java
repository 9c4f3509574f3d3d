/**
 * What the tests of every message set share: recorded vectors and their oracles, random values of a type, and the
 * checks made with them. For tests only.
 */
@NullMarked
package io.verge.messages.testkit;

import org.jspecify.annotations.NullMarked;
