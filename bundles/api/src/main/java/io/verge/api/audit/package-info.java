/** Who changed what on this box, through which door: a trail that shows when somebody cut or changed it. */
@NullMarked
@Version("1.0.0")
package io.verge.api.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
