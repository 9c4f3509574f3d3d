package io.verge.agent.launcher;

import java.util.List;

/** What an agent is started for, and so which folders of bundles, in the order of their start levels. */
public enum Mode {
    /** On a box. */
    RUN("platform", "base", "live", "core", "maintenance", "agent", "messages", "drivers", "apps"),
    /** On a box whose sets of bundles do not start: what looks after it, and nothing that could send or that drives a device. */
    SAFE("platform", "base", "live", "maintenance"),
    /** On a desk, with a simulated crossing. */
    DEMO("platform", "base", "live", "core", "maintenance", "agent", "messages", "drivers", "apps", "demo"),
    /** A recording through the same bundles, on one thread and in its own time. */
    REPLAY("platform", "base", "replay", "core", "messages", "drivers", "apps"),
    /** One driver alone. */
    PROBE("platform", "base", "live", "probe", "drivers");

    private final List<String> folders;

    Mode(String... folders) {
        this.folders = List.of(folders);
    }

    List<String> folders() {
        return folders;
    }
}
