/** Stand-ins for devices that the tests of drivers share. Not shipped. */
@NullMarked
package io.verge.device.testkit;

import org.jspecify.annotations.NullMarked;
