/** Signs and notices, from the line of a profile to the air. */
@NullMarked
package io.verge.app.roadsigns.internal;

import org.jspecify.annotations.NullMarked;
