/** What is odd about a map that is whole: most likely slips of who drew it, each told as a warning. */
@NullMarked
package io.verge.site.internal.review;

import org.jspecify.annotations.NullMarked;
