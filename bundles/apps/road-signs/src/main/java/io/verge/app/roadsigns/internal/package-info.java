/** Signs and notices that people put up: in the profile, or while the box runs. */
@NullMarked
package io.verge.app.roadsigns.internal;

import org.jspecify.annotations.NullMarked;
