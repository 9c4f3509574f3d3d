/** Signal priority: who asks, whether they may, and how far their request is. */
@NullMarked
package io.verge.app.signalpriority.internal;

import org.jspecify.annotations.NullMarked;
