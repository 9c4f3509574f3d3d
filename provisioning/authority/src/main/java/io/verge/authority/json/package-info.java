/** JSON as trees, for documents that are changed and handed on. */
@NullMarked
package io.verge.authority.json;

import org.jspecify.annotations.NullMarked;
