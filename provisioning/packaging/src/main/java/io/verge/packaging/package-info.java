/** Makes what is installed on a box of what the build has made; needs no Debian machine. */
@NullMarked
package io.verge.packaging;

import org.jspecify.annotations.NullMarked;
