/**
 * The profile of a box: one YAML file that says what the box is, checked against what the installed bundles can be told. Needs
 * no framework, except for the service {@link io.verge.profile.Profiles}.
 */
@NullMarked
@Version("1.2.0")
package io.verge.profile;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
