/** Stand-ins that tests of all bundles share: time and threads that belong to the test. Not shipped. */
@NullMarked
package io.verge.testkit;

import org.jspecify.annotations.NullMarked;
