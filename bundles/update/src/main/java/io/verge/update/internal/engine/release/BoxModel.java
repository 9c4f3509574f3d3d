package io.verge.update.internal.engine.release;

import io.verge.trust.BundleTarget;
import io.verge.trust.Release;
import io.verge.update.internal.engine.journal.Reason;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Version;

/**
 * What releases ask of a box.
 *
 * @param model of the hardware
 * @param agent version of the agent's core
 * @param groups that it belongs to
 */
public record BoxModel(String model, String agent, Set<String> groups) {
    public BoxModel {
        groups = Set.copyOf(groups);
    }

    void judge(Release release, List<Reason> obstacles) {
        judge("release " + release.name(), release.hardware(), release.minAgent(), obstacles);
    }

    void judge(BundleTarget bundle, List<Reason> obstacles) {
        judge(bundle.name() + " " + bundle.version(), bundle.hardware(), bundle.minAgent(), obstacles);
    }

    private void judge(String what, List<String> hardware, String minAgent, List<Reason> obstacles) {
        if (!hardware.contains("*") && !hardware.contains(model)) {
            obstacles.add(new Reason(
                    "wrong-hardware",
                    what + " is for " + String.join(", ", hardware) + ", and this box is " + named(model),
                    "choose a release for this hardware, or correct `model` in the profile"));
        }
        if (!minAgent.isEmpty() && !isAtLeast(minAgent)) {
            obstacles.add(new Reason(
                    "agent-too-old",
                    what + " needs agent " + minAgent + ", and this one is " + named(agent),
                    "install the newer agent first"));
        }
    }

    private static String named(String text) {
        return text.isEmpty() ? "of unknown kind" : text;
    }

    /** What is no version is newer than any agent. */
    private boolean isAtLeast(String wanted) {
        try {
            return Version.parseVersion(agent).compareTo(Version.parseVersion(wanted)) >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
