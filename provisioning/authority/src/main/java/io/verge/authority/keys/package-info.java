/** Where private keys are: in files of their own that nobody else may read, or in a token. */
@NullMarked
package io.verge.authority.keys;

import org.jspecify.annotations.NullMarked;
