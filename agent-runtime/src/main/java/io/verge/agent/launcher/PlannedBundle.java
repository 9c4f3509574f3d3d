package io.verge.agent.launcher;

import java.nio.file.Path;

/**
 * A bundle that the framework is to have.
 *
 * @param jar its file, which does not change while the agent runs
 * @param level its start level, from 1
 * @param start whether it is started, or only installed
 */
record PlannedBundle(Path jar, int level, boolean start) {}
