package io.verge.api.air;

import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The last check before air. What it stops is counted and explained, never sent late. Never blocks; called by any thread.
 */
@ProviderType
public interface Gate {
    /**
     * Hands over the messages of one announcement. They are sent on the gate's own thread, or stopped.
     *
     * @param cause what the messages say
     */
    void offer(Announcement cause, List<V2xFrame> frames);

    /** What has passed and what was stopped, and why, by kind of message. */
    List<AirReport> reports();
}
