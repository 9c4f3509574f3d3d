/** The agent over CoAP: how every part is and why, and what a maintainer may change. */
@NullMarked
package io.verge.diagnostics.internal;

import org.jspecify.annotations.NullMarked;
