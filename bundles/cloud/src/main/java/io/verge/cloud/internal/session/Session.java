package io.verge.cloud.internal.session;

import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.mqtt.Accepted;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.Flight;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.MqttPort;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state machine of the session; see {@link Phase}. A client that does not come to an end in time is abandoned and another is
 * made. Belongs to the uplink's thread: every method is called by it, and {@link #tick} whenever {@link #due} has passed.
 */
final class Session implements Link.Events {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration STABLE = Duration.ofSeconds(60);
    private static final Duration GOODBYE = Duration.ofSeconds(1);
    private static final Duration REDIRECT_WAIT = Duration.ofSeconds(5);
    /** DISCONNECT with will message. */
    private static final int WITH_WILL = 0x04;

    private final Clock clock;
    private final Consumer<Runnable> owner;
    private final MqttPort.Factory ports;
    private final Flight flight;
    private final Board board;
    private final Greeting greeting;
    private final Talk talk;
    private final BackOff backOff;
    private final Takeovers takeovers = new Takeovers();
    private final Target target;

    private CloudSettings settings;
    private KeepAlive keepAlive;
    /** Whether the last connection ended without a reason, as with brokers that do not tell of a takeover. */
    private boolean endedSilently;

    /** Valid for one connection. */
    private @Nullable Link link;

    private Phase phase = Phase.WAITING;
    private boolean resumed;
    private boolean stable;
    private long until;
    private long onlineSince;

    /**
     * Not connected yet; {@link #start} does that.
     *
     * @param owner queues work for the thread that owns this
     * @param greeting what is said at the begin and the end of a session
     * @param talk what goes and comes in between
     */
    Session(
            Clock clock,
            RandomGenerator random,
            Consumer<Runnable> owner,
            MqttPort.Factory ports,
            Flight flight,
            Board board,
            Greeting greeting,
            Talk talk,
            CloudSettings settings) {
        this.clock = clock;
        this.owner = owner;
        this.ports = ports;
        this.flight = flight;
        this.board = board;
        this.greeting = greeting;
        this.talk = talk;
        this.settings = settings;
        this.backOff = new BackOff(random);
        this.keepAlive = new KeepAlive(settings.keepAlive(), settings.leastKeepAlive());
        this.target = new Target(settings.broker());
    }

    Phase phase() {
        return phase;
    }

    /** Plans the first connection. */
    void start() {
        await(backOff.next(settings.spread()));
    }

    /** Another configuration: the session goes on when it can, and else a new one is made at once. */
    void configure(CloudSettings other) {
        boolean same = settings.sameConnection(other);
        settings = other;
        if (!same) {
            keepAlive = new KeepAlive(other.keepAlive(), other.leastKeepAlive());
            target.configure(other.broker());
            renew();
        }
    }

    /** Ends the connection, whatever it is doing, and makes another at once: what it goes by has changed. */
    void renew() {
        if (phase != Phase.LEAVING && phase != Phase.CLOSED) {
            drop();
            backOff.reset();
            await(Duration.ZERO);
        }
    }

    /** Nanoseconds until {@link #tick} has something to do. */
    long due() {
        long now = clock.nanoTime();
        Link open = link;
        return switch (phase) {
            case WAITING, CONNECTING, SUBSCRIBING, LEAVING -> Math.max(0, until - now);
            case ONLINE -> open == null ? 0 : Math.min(open.due(now), Math.min(talk.due(), stableIn(now)));
            case CLOSED -> Long.MAX_VALUE;
        };
    }

    private long stableIn(long now) {
        return stable ? Long.MAX_VALUE : Math.max(0, onlineSince + STABLE.toNanos() - now);
    }

    /** Does what is due. */
    void tick() {
        long now = clock.nanoTime();
        switch (phase) {
            case WAITING -> {
                if (until - now <= 0) {
                    connect();
                }
            }
            case CONNECTING, SUBSCRIBING -> {
                if (until - now <= 0) {
                    String what = phase == Phase.CONNECTING ? "CONNACK" : "SUBACK";
                    lost(Ended.network(
                            "no " + what + " within " + settings.deadline().toSeconds() + " s"));
                }
            }
            case ONLINE -> online(now);
            case LEAVING -> {
                if (until - now <= 0) {
                    closed();
                }
            }
            case CLOSED -> {}
        }
    }

    private void online(long now) {
        Link open = link;
        if (open != null && !open.alive(now)) {
            Duration patience = KeepAlive.patience(keepAlive.now());
            keepAlive.silentDrop();
            board.count("silentDrops", 1);
            lost(Ended.network("silent for " + patience.toSeconds() + " s: something on the way has forgotten the"
                    + " connection; the keep-alive is now " + keepAlive.now().toSeconds() + " s"));
            return;
        }
        if (!stable && stableIn(now) == 0) {
            stable = true;
            target.stable();
            backOff.reset();
        }
        greeting.keepTime();
        talk.flush();
        status();
    }

    private void connect() {
        Link made = new Link(clock, owner, this, ports);
        link = made;
        long number = greeting.nextConnection();
        enter(Phase.CONNECTING);
        until = clock.nanoTime() + settings.deadline().toNanos();
        board.count("attempts", 1);
        try {
            made.port().connect(greeting.connect(settings, target.now(), keepAlive.now()));
        } catch (GreetingException e) {
            lost(new Verdict(Verdict.Next.REFUSED, new Trouble("secret", e.getMessage(), e.remedy())));
        }
        LOG.debug("connection {} to {}", number, target.now());
    }

    @Override
    public void connected(Link from, Accepted accepted) {
        if (from != link || phase != Phase.CONNECTING) {
            return;
        }
        Duration wanted = accepted.keepAlive();
        from.watch(wanted == null || wanted.compareTo(keepAlive.now()) > 0 ? keepAlive.now() : wanted);
        flight.open(from.port(), Math.min(settings.window(), accepted.receiveMaximum()), accepted.maximumPacket());
        resumed = accepted.resumed();
        enter(Phase.SUBSCRIBING);
        until = clock.nanoTime() + settings.deadline().toNanos();
        from.port().subscribe(talk.filters());
    }

    @Override
    public void subscribed(Link from, List<Integer> reasons) {
        if (from != link) {
            return;
        }
        int refused = talk.refused(reasons);
        if (refused != 0) {
            lost(Verdict.notGranted(target.now(), refused));
        } else if (phase == Phase.SUBSCRIBING) {
            begin();
        } else if (phase == Phase.ONLINE) {
            talk.begin(resumed);
        }
    }

    private void begin() {
        onlineSince = clock.nanoTime();
        stable = false;
        enter(Phase.ONLINE);
        board.count("sessions", 1);
        LOG.info("session {} with {} stands", greeting.connection(), target.now());
        if (!settings.who().isClaimed()) {
            greeting.online(settings.topics(), flight);
        }
        talk.begin(resumed);
        talk.flush();
        status();
    }

    @Override
    public void delivered(Link from, long token, int reason) {
        if (from == link) {
            flight.delivered(token, reason);
            if (phase == Phase.ONLINE) {
                talk.flush();
            }
        }
    }

    @Override
    public void arrived(Link from, Inbound message) {
        if (from != link) {
            return;
        }
        board.count("messages", 1);
        if (message.topic().equals(settings.topics().online())) {
            stranger(message);
        } else {
            talk.arrived(message);
            status();
        }
    }

    /**
     * Not all brokers tell that another client took our place. But it says that it is online where we do, and the broker keeps
     * that for us. What is kept from before this process may be our own.
     */
    private void stranger(Inbound message) {
        boolean another = greeting.foreign(message) && (endedSilently || !message.retained());
        if (another) {
            endedSilently = false;
            board.count("strangers", 1);
            if (takeovers.clash(clock.nanoTime())) {
                lost(Verdict.clash(target.now(), settings.client()));
            }
        }
    }

    @Override
    public void ended(Link from, Ended why) {
        if (from != link) {
            return;
        }
        if (phase == Phase.LEAVING) {
            closed();
        } else {
            lost(why);
        }
    }

    private void lost(Ended why) {
        endedSilently = phase == Phase.ONLINE && why.reason() == Ended.NONE;
        if (why.refusesBox()) {
            board.count(Board.REFUSALS, 1);
        }
        lost(Verdict.of(why, target.now(), settings.client()));
        if (why.reason() == 0x9c || why.reason() == 0x9d) {
            String reference = why.reference();
            if (target.redirect(reference == null ? "" : reference, why.reason() == 0x9d)) {
                await(backOff.upTo(REDIRECT_WAIT));
            }
        }
    }

    private void lost(Verdict verdict) {
        boolean wasOnline = phase == Phase.ONLINE;
        drop();
        board.count("failures", 1);
        Verdict meant = verdict;
        if (verdict.next() == Verdict.Next.TAKEN_OVER && takeovers.clash(clock.nanoTime())) {
            meant = Verdict.clash(target.now(), settings.client());
        }
        boolean clash = meant.trouble().code().equals(Verdict.CLASH);
        State state = clash || meant.next() == Verdict.Next.REFUSED ? State.FAILED : State.DEGRADED;
        tell(state, meant.trouble(), wasOnline);
        target.ended(wasOnline);
        boolean late = clash || meant.next() == Verdict.Next.REFUSED || meant.next() == Verdict.Next.LATER;
        await(late ? backOff.late() : backOff.next(settings.spread()));
    }

    /** Once for each kind of trouble: a box may be without its cloud for weeks. */
    private void tell(State state, Trouble trouble, boolean wasOnline) {
        Trouble before = board.status().trouble();
        if (wasOnline || before == null || !before.code().equals(trouble.code())) {
            LOG.warn("no session with the cloud: {} — {}", trouble.cause(), trouble.remedy());
        }
        board.ended(state, trouble);
    }

    private void await(Duration wait) {
        until = clock.nanoTime() + wait.toNanos();
        phase = Phase.WAITING;
        board.phase(phase, greeting.connection(), null, clock.now().plus(wait));
    }

    private void enter(Phase next) {
        phase = next;
        board.phase(next, greeting.connection(), next == Phase.ONLINE ? clock.now() : null, null);
    }

    /** The connection is over for us, whatever the client thinks. */
    private void drop() {
        Link open = link;
        link = null;
        if (open != null) {
            open.port().abandon();
        }
        flight.close();
        talk.end();
    }

    private void status() {
        if (phase == Phase.ONLINE) {
            Trouble trouble = talk.trouble();
            board.status(trouble == null ? State.OK : State.DEGRADED, trouble);
        }
    }

    /** Subscribes to what came to be wanted since the session began. */
    void wantsMore() {
        Link open = link;
        if (open != null && phase == Phase.ONLINE) {
            open.port().subscribe(talk.filters());
        }
    }

    /** Something is to be sent. */
    void wake() {
        if (phase == Phase.ONLINE) {
            talk.flush();
            status();
        }
    }

    /** Says good-bye and ends. */
    void close() {
        Link open = link;
        if (phase == Phase.ONLINE && open != null) {
            talk.end();
            if (settings.who().isClaimed()) {
                open.port().disconnect(0);
            } else if (!greeting.offline(
                    settings.topics(), flight, () -> open.port().disconnect(0))) {
                open.port().disconnect(WITH_WILL);
            }
            enter(Phase.LEAVING);
            until = clock.nanoTime() + GOODBYE.toNanos();
        } else if (phase != Phase.LEAVING) {
            closed();
        }
    }

    private void closed() {
        drop();
        enter(Phase.CLOSED);
        board.status(State.STOPPED, null);
    }
}
