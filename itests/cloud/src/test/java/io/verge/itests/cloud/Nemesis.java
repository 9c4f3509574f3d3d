package io.verge.itests.cloud;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** Breaks things, one after the other, and mends them; what it does follows from the seed. */
final class Nemesis {
    private static final long LONGEST_MILLIS = 8_000;

    /** What can be done. */
    private enum Deed {
        PARTITION,
        HALF_OPEN,
        RESET,
        KILL_BROKER,
        KILL_AGENT,
        CLOCK,
        FULL_DISK
    }

    private final RandomGenerator random;
    private final Mosquitto broker;
    private final List<AgentProcess> agents;
    private final StringBuilder diary = new StringBuilder();

    Nemesis(RandomGenerator random, Mosquitto broker, List<AgentProcess> agents) {
        this.random = random;
        this.broker = broker;
        this.agents = agents;
    }

    /** One deed from its beginning to its end. */
    void strike() throws IOException, InterruptedException {
        Deed deed = Deed.values()[random.nextInt(Deed.values().length)];
        AgentProcess agent = agents.get(random.nextInt(agents.size()));
        long millis = 500 + random.nextLong(LONGEST_MILLIS);
        diary.append(deed).append(' ').append(millis).append(" ms, ");
        switch (deed) {
            case PARTITION -> {
                agent.network().cut();
                last(millis);
                agent.network().mend();
            }
            case HALF_OPEN -> agent.network().forget();
            case RESET -> agent.network().reset();
            case KILL_BROKER -> {
                broker.kill();
                last(millis);
                broker.start();
            }
            case KILL_AGENT -> {
                agent.kill();
                last(millis);
                agent.start();
            }
            case CLOCK -> agent.say("clock " + (random.nextBoolean() ? 3_600 : -3_600));
            case FULL_DISK -> {
                agent.say("full on");
                last(millis);
                agent.say("full off");
            }
        }
        last(random.nextLong(LONGEST_MILLIS / 4));
    }

    /** For so long it is as it is now: nothing is waited for. */
    private static void last(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** What was done. */
    String diary() {
        return diary.toString();
    }
}
