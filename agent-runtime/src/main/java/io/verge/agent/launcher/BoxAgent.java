package io.verge.agent.launcher;

import io.verge.api.disk.LocalDisk;
import io.verge.generation.Boot;
import io.verge.generation.Start;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.framework.launch.Framework;

/**
 * The agent of a box: decides which set of bundles it is made of, counts the start before it is made, and takes back the count when
 * the set is healthy or the end was asked for. What it cannot see (a bundle that ends the process, a native crash, a power cut) is
 * what the count is for; whoever restarts the process finds the next set then.
 */
public final class BoxAgent implements Ending {
    /** The exit code of a start that was none: the process should be started again. As EX_TEMPFAIL of BSD's sysexits. */
    public static final int START_AGAIN = 75;

    private static final Logger LOG = Logger.getLogger(BoxAgent.class.getName());
    private static final int HEALTHY_SECONDS = 10;
    private static final int LIMIT_SECONDS = 60;
    /** Before a disk that could not be read is asked again. */
    private static final int PAUSE_MILLIS = 200;

    private final Boot boot;
    private final Start start;
    private final Agent agent;
    private final CountDownLatch ended = new CountDownLatch(1);

    private BoxAgent(Boot boot, Start start, Places places) {
        this.boot = boot;
        this.start = start;
        this.agent = new Agent(selection(start), places, properties(start), watch());
    }

    /** Decides and counts. */
    public static BoxAgent decide(Places places, Clock clock) {
        Boot boot = new Boot(new LocalDisk(), places.state(), BoxAgent::pause);
        Start start = boot.next(LocalBundles.identity(places.localBundles()), clock.instant());
        tell(start);
        return new BoxAgent(boot, start, places);
    }

    /** Before there is a framework there is no clock to wait by. */
    private static void pause() {
        try {
            boolean unused = new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was decided on. */
    public Agent agent() {
        return agent;
    }

    private static void tell(Start start) {
        if (start instanceof Start.Safe safe) {
            LOG.severe("SAFE MODE, the radio is silent: " + safe.why());
        } else if (start instanceof Start.OfSet set) {
            String what = set.generation().title() + ", start " + set.attempt() + " of " + Boot.LIMIT;
            if (set.why().isEmpty()) {
                LOG.info(what);
            } else {
                LOG.warning(what + ", since " + set.why());
            }
        }
    }

    private static Selection selection(Start start) {
        return start instanceof Start.OfSet set
                ? new Selection(Mode.RUN, set.generation(), set.withLocal())
                : Selection.shipped(Mode.SAFE);
    }

    /** What {@code verge status} says of the start. */
    private static Map<String, String> properties(Start start) {
        Map<String, String> properties = new HashMap<>();
        if (start instanceof Start.Safe safe) {
            properties.put("verge.safe.since", safe.since().toString());
            properties.put("verge.start.why", safe.why());
        } else if (start instanceof Start.OfSet set) {
            properties.put("verge.start.why", set.why());
        }
        return properties;
    }

    private Watch watch() {
        if (!(start instanceof Start.OfSet set)) {
            return Watch.NONE;
        }
        Watch health = new HealthWatch(
                set.proven(),
                Mode.RUN.folders().size(),
                Integer.getInteger("verge.healthy.seconds", HEALTHY_SECONDS),
                Integer.getInteger("verge.start.seconds", LIMIT_SECONDS),
                () -> note("healthy", () -> boot.healthy(set)),
                this::giveUp);
        return new Watch() {
            @Override
            public void begin(Framework framework) {
                health.begin(framework);
            }

            @Override
            public void end() {
                health.end();
                ended.countDown();
            }
        };
    }

    private void giveUp(String reason) {
        LOG.severe("this start has failed: " + reason);
        failed(reason);
        agent.requestExit(START_AGAIN);
        try {
            if (!ended.await(Agent.STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(START_AGAIN); // a bundle has not returned from its start, and never may
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void asked() {
        if (start instanceof Start.OfSet set) {
            note("ended", () -> boot.ended(set));
        }
    }

    @Override
    public void fromWithin(String who) {
        failed("the process was ended from within, by " + who);
    }

    @Override
    public void failed(String reason) {
        if (start instanceof Start.OfSet set) {
            note("failed", () -> boot.failed(set, reason));
        }
    }

    private interface Note {
        void write() throws IOException;
    }

    private static void note(String what, Note note) {
        try {
            note.write();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "that this start has " + what + " cannot be noted: " + e.getMessage(), e);
        }
    }
}
