package io.verge.driver.simulator.internal.play;

import java.io.Closeable;
import java.io.IOException;

/** A device that the simulator plays. Never blocks. */
interface Player extends Closeable {
    /**
     * Hears its clients and says what is due. Called at each tick.
     *
     * @throws IOException when its socket has failed; trouble with one client is counted and stays there
     */
    void play(Moment moment) throws IOException;

    /** What it is and where it is reached, for people, such as {@code radar ne: tcp://127.0.0.1:61401}. */
    String address();
}
