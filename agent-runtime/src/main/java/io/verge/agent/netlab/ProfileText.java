package io.verge.agent.netlab;

import io.verge.netlab.Direction;
import io.verge.netlab.Profile;
import java.util.Locale;

/** A network in one line. */
final class ProfileText {
    private ProfileText() {}

    static String of(Profile profile) {
        Direction up = profile.up();
        return String.format(
                Locale.ROOT,
                "%-4s up %6d kbit/s, down %6d kbit/s, round trip %3d ms, lost %4.1f %%: %s",
                profile.name(),
                up.bitsPerSecond() / 1_000,
                profile.down().bitsPerSecond() / 1_000,
                up.delay().plus(profile.down().delay()).toMillis(),
                100 * up.loss().mean(),
                profile.description());
    }
}
