/** Keys and certificates of the box as octets: what is in its files, and what it asks the authority with. */
@NullMarked
package io.verge.cloud.internal.keys;

import org.jspecify.annotations.NullMarked;
