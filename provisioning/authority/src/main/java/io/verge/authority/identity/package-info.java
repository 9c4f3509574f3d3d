/** Who a box is: requests, certificates, and what is written on its label. */
@NullMarked
package io.verge.authority.identity;

import org.jspecify.annotations.NullMarked;
