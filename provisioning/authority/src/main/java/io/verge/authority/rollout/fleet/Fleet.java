package io.verge.authority.rollout.fleet;

import java.time.Duration;
import java.util.List;

/** The way to the boxes of a roll-out. One thread. Each method throws when the way is lost: close it then, and open another. */
public interface Fleet extends AutoCloseable {
    /** Asks a box. To ask the same twice is as good as once. */
    Answer ask(String box, Wish wish) throws FleetException;

    /** Takes a wish back, if it is there. */
    Answer withdraw(String box, Wish wish) throws FleetException;

    /** This was asked of a box before this way was opened, and shall be watched like what is asked on it. */
    void expect(String box, Wish wish);

    /**
     * What boxes have said since this was last called.
     *
     * @param wait for the first word at most
     */
    List<Heard> hear(Duration wait) throws FleetException, InterruptedException;

    /** What was heard is written down, and need not come again. */
    void confirm() throws FleetException;

    @Override
    void close();
}
