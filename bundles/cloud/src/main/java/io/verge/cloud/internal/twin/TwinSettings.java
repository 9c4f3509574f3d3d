package io.verge.cloud.internal.twin;

import java.time.Duration;

/**
 * What can be configured.
 *
 * @param probation how long a change is watched before it is kept
 * @param hold how long a change on the box stands against the cloud
 * @param central whether the box is configured from the cloud alone
 */
record TwinSettings(Duration probation, Duration hold, boolean central) {}
