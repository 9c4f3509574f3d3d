package io.verge.api.update;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The updates of this box, one at a time. A service; any thread. */
@ProviderType
public interface Updates {
    /** How it is. Never blocks. */
    UpdateReport report();

    /**
     * What a release would touch. Fetches metadata, and nothing else; blocks for as long as that takes.
     *
     * @throws UpdateRefusedException when that cannot be found out
     */
    UpdatePlan plan(UpdateWish wish) throws UpdateRefusedException;

    /**
     * The release that a channel of a repository names now. Fetches metadata, and nothing else; blocks for as long as that takes.
     *
     * @param name such as {@code stable}
     * @param source as of {@link UpdateWish#source}
     * @throws UpdateRefusedException when that cannot be found out
     */
    String channel(String name, String source) throws UpdateRefusedException;

    /**
     * Takes up a wish, which goes on by itself, also after a restart. The same wish again is answered with how it is.
     *
     * @return how it is now
     * @throws UpdateRefusedException when another goes on, or there is no root of trust or no such source
     */
    UpdateEntry apply(UpdateWish wish) throws UpdateRefusedException;

    /**
     * Gives up what goes on.
     *
     * @param why for the history
     * @throws UpdateRefusedException when nothing goes on, or it is too late: it has been switched to
     */
    UpdateEntry cancel(String why) throws UpdateRefusedException;

    /**
     * Goes back to the set that ran before, which needs nothing but the disk. From {@link Phase#PROBATION}: that of before the switch.
     *
     * @param why for the history
     * @throws UpdateRefusedException when there is none, or an update is at work before its switch: cancel it first
     */
    UpdateEntry rollback(String why) throws UpdateRefusedException;

    /** The last 100, the newest first. Never blocks. */
    List<UpdateEntry> history();
}
