/** The site from its configuration. */
@NullMarked
package io.verge.site.internal;

import org.jspecify.annotations.NullMarked;
