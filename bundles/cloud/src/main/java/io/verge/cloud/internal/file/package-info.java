/** Files in pieces: what an operator asks for goes to the cloud, and parts of what the cloud has come to the box. */
@NullMarked
package io.verge.cloud.internal.file;

import org.jspecify.annotations.NullMarked;
