/** How updates go, for those who are not at the box: the cloud and the trail. */
@NullMarked
package io.verge.update.internal.news;

import org.jspecify.annotations.NullMarked;
