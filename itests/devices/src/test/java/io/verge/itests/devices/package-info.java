/** What the tests of all parsers of outside octets share. */
@NullMarked
package io.verge.itests.devices;

import org.jspecify.annotations.NullMarked;
