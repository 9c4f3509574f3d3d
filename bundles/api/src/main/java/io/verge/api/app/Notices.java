package io.verge.api.app;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The signs and notices of this box, for those who put them up while it runs. Safe for use by several threads; never blocks. */
@ProviderType
public interface Notices {
    /** All that are not over, by id. */
    List<NoticeReport> list();

    /**
     * Puts one up, or another in the place of the one with its id. It is announced with the next scene. It ends at the latest
     * with the agent.
     *
     * @param notice without an end it gets one
     * @return how it was taken
     * @throws NoticeRefusedException lists all that is wrong with it
     */
    NoticeReport put(Notice notice) throws NoticeRefusedException;

    /**
     * Takes one down that was put up at run time.
     *
     * @throws NoticeRefusedException when there is none of this id, or the profile has it
     */
    void remove(String id) throws NoticeRefusedException;
}
