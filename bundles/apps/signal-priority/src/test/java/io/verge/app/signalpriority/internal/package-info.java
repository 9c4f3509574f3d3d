/** Requests for a green, from the air to the controller and back. */
@NullMarked
package io.verge.app.signalpriority.internal;

import org.jspecify.annotations.NullMarked;
