package io.verge.driver.simulator.internal.play;

import io.verge.api.geo.SiteFrame;
import io.verge.device.Counters;
import io.verge.driver.simulator.internal.world.Layout;
import io.verge.driver.simulator.internal.world.World;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A crossing in motion and all devices that look at it. Used by one thread; does nothing but in {@link #tick}. */
public final class Rig implements Closeable {
    /** Calls of {@link #tick} a second: a multiple of all rates. */
    public static final int TICKS = 60;

    private static final int TICKS_A_STEP = TICKS * World.STEP / 1000;
    /** The world's time when the players begin, milliseconds: the crossing is not empty then, and incidents are on their way. */
    public static final int BEGIN = 90_000;

    private final List<Player> players = new ArrayList<>();
    private final World world;
    private long tick;

    private Rig(Settings settings) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        world = new World(
                new Layout(),
                settings.vehicles(),
                settings.pedestrians(),
                settings.incidents(),
                settings.busSeconds(),
                random);
    }

    /**
     * Opens all sockets.
     *
     * @param languages what is read and said on the air
     * @throws IOException names the port that cannot be had; nothing stays open
     */
    public static Rig open(Settings settings, SiteFrame frame, Languages languages, Counters counters)
            throws IOException {
        Rig rig = new Rig(settings);
        try {
            rig.cast(settings, frame, languages, counters);
            rig.populate();
            return rig;
        } catch (IOException e) {
            rig.close();
            throw e;
        }
    }

    /** After the sockets are open, so that nobody who connects meanwhile is refused. */
    private void populate() {
        while (world.millis() < BEGIN) {
            world.step();
        }
    }

    private void cast(Settings settings, SiteFrame frame, Languages languages, Counters counters) throws IOException {
        SplittableRandom noise = new SplittableRandom(~settings.seed());
        for (Placement place : settings.radars()) {
            players.add(new RadarPlayer(place, noise.split(), counters));
        }
        for (Placement place : settings.flir()) {
            players.add(new FlirPlayer(place, frame, noise.split(), counters));
        }
        for (Placement place : settings.must()) {
            players.add(new MustPlayer(place, noise.split(), counters));
        }
        castOnes(settings, frame, languages, noise.split(), counters);
    }

    /** Those of which there is one at most. */
    private void castOnes(
            Settings settings, SiteFrame frame, Languages languages, SplittableRandom noise, Counters counters)
            throws IOException {
        Ports ports = settings.ports();
        if (ports.signal() > 0) {
            players.add(new SignalPlayer(ports.signal(), counters));
        }
        if (ports.controller() > 0) {
            players.add(new NtcipPlayer(ports.controller(), counters));
        }
        if (ports.rsu() > 0) {
            players.add(new RsuPlayer(ports.rsu(), languages.heard(), counters));
        }
        if (ports.received() > 0) {
            players.add(
                    new AirPlayer(ports.received(), settings.connected(), frame, noise, languages.spoken(), counters));
        }
        if (ports.caster() > 0) {
            players.add(new CasterPlayer(ports.caster(), frame, counters));
        }
    }

    /**
     * Moves the world when its time has come, and lets each device say what is due.
     *
     * @return whether the world has moved
     * @throws IOException when a socket has failed
     */
    public boolean tick(Instant now) throws IOException {
        long sinceStep = tick % TICKS_A_STEP;
        if (sinceStep == 0) {
            world.step();
        }
        Moment moment = Moment.of(tick, now, world, sinceStep / (double) TICKS);
        for (Player player : players) {
            player.play(moment);
        }
        tick++;
        return sinceStep == 0;
    }

    /** What is played and where it is reached, for people. */
    public List<String> addresses() {
        return players.stream().map(Player::address).toList();
    }

    /** How many there are on the road and beside it. */
    public int roadUsers() {
        return world.bodies().size();
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Player player : players) {
            try {
                player.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        players.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
