package io.verge.cloud.internal.command.builtin;

import io.verge.api.app.NoticeRefusedException;
import io.verge.api.app.Notices;
import io.verge.api.cloud.Command.Answer;
import org.jspecify.annotations.Nullable;

/** What commands do with signs and notices, when there are any. */
@FunctionalInterface
interface SignWork {
    Answer with(Notices notices) throws NoticeRefusedException;

    /**
     * Does it, or says why not.
     *
     * @param notices null without the app
     * @param refused the code when the app refuses it
     */
    static Answer done(@Nullable Notices notices, int refused, SignWork work) {
        if (notices == null) {
            return Content.why(404, "the profile has no app road-signs");
        }
        try {
            return work.with(notices);
        } catch (IllegalArgumentException e) {
            return Content.why(400, String.valueOf(e.getMessage()));
        } catch (NoticeRefusedException e) {
            return Content.problems(refused, e.problems());
        }
    }
}
