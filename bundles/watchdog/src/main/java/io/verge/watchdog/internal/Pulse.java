package io.verge.watchdog.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Word for the supervisor at every beat: ready with the first scene, and fed for as long as the data pass. One thread. */
final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Supervisor supervisor;
    private boolean ready;
    private boolean alive = true;
    private boolean heard = true;

    Pulse(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    void beat(Health health) {
        List<String> word = new ArrayList<>();
        if (health.alive()) {
            if (!ready) {
                word.add("READY=1");
            }
            word.add("WATCHDOG=1");
        }
        word.add("STATUS=" + health.words());
        log(health);
        if (tell(word) && health.alive()) {
            ready = true;
        }
    }

    /** Once for each time that it begins. */
    private void log(Health health) {
        if (ready && alive && !health.alive()) {
            LOG.error("{}: the watchdog is not fed, and the agent will be started again", health.words());
        } else if (!alive && health.alive()) {
            LOG.info("the data pass again");
        }
        alive = health.alive() || !ready;
    }

    private boolean tell(List<String> word) {
        try {
            supervisor.tell(word);
            heard = true;
            return true;
        } catch (IOException e) {
            if (heard) {
                LOG.error(
                        "the supervisor of this process cannot be told how it is, and may start it again: {}",
                        e.getMessage());
            }
            heard = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the agent stops
        }
        return false;
    }
}
