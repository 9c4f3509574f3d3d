/** Traffic whose truth is known, faster than in life, and what the apps make of it. */
@NullMarked
package io.verge.itests.scenarios;

import org.jspecify.annotations.NullMarked;
