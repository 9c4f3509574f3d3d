package io.verge.update.internal.engine;

import io.verge.api.update.UpdateRefusedException;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.release.Refusal;

/** Opens a repository for a wish that may have been taken up before the profile was changed. */
final class Supplying {
    private Supplying() {}

    static Supply open(Supplies supplies, String source) throws Refusal {
        try {
            return supplies.open(source);
        } catch (UpdateRefusedException e) {
            throw new Refusal(new Reason(e.code(), String.valueOf(e.getMessage()), "name a source of the profile"), e);
        }
    }
}
