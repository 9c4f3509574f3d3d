/** JSON as trees: strict and bounded reading, writing. */
@NullMarked
@Version("1.0.0")
package io.verge.json.tree;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
