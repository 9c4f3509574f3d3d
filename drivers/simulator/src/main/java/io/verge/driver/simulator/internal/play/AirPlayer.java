package io.verge.driver.simulator.internal.play;

import io.verge.api.air.RoadUserMessages;
import io.verge.api.geo.SiteFrame;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.MessageContent;
import io.verge.api.road.RoadUserType;
import io.verge.device.Counters;
import io.verge.driver.simulator.internal.world.Course;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Plays the vehicles that have a radio, and the side of the road's radio that forwards what it receives: a share of the
 * vehicles, not more than some at a time, and all buses. Each reports 10 times a second, one after the other. Counters:
 * {@code forwarded.BSM} and so on by kind of message, {@code unsaid} what the region has no message for; nothing is said while
 * there is no message set.
 */
final class AirPlayer implements Player {
    /** Ten reports a second, and the radio is no broadband link. */
    private static final int MOST = 5;

    private static final int RATE = 10;
    private static final int TICKS = Rig.TICKS / RATE;

    private final Datagrams datagrams;
    private final String address;
    private final double share;
    private final SiteFrame frame;
    private final SplittableRandom random;
    private final Supplier<Optional<RoadUserMessages>> messages;
    private final Counters counters;
    /** Of those that are on the road, by the id of the body; empty for who has none. */
    private final Map<Integer, Optional<VehicleRadio>> radios = new TreeMap<>();

    /**
     * Opens the socket.
     *
     * @param share of the vehicles that have a radio, 0 to 1
     */
    AirPlayer(
            int port,
            double share,
            SiteFrame frame,
            SplittableRandom random,
            Supplier<Optional<RoadUserMessages>> messages,
            Counters counters)
            throws IOException {
        this.share = share;
        this.frame = frame;
        this.random = random;
        this.messages = messages;
        this.counters = counters;
        datagrams = new Datagrams(port, counters.counter("sent.received"), counters);
        address = "vehicles' messages: udp to 127.0.0.1:" + port;
    }

    @Override
    public void play(Moment moment) {
        RoadUserMessages voice = messages.get().orElse(null);
        if (voice == null) {
            return;
        }
        forget(moment.courses());
        for (Course course : moment.courses()) {
            if ((moment.tick() + course.body().id()) % TICKS == 0) {
                radio(course).ifPresent(radio -> speak(radio, course, moment, voice));
            }
        }
    }

    private void forget(List<Course> courses) {
        Set<Integer> here = new HashSet<>();
        courses.forEach(course -> here.add(course.body().id()));
        radios.keySet().retainAll(here);
    }

    /** That of a vehicle; empty when it has none. Who comes while too many speak is without one. */
    private Optional<VehicleRadio> radio(Course course) {
        Optional<VehicleRadio> known = radios.get(course.body().id());
        if (known != null) {
            return known;
        }
        SplittableRandom own = random.split();
        boolean has =
                course.body().type() == RoadUserType.BUS ? share > 0 : own.nextDouble() < share && speaking() < MOST;
        Optional<VehicleRadio> made = has ? Optional.of(new VehicleRadio(frame, own)) : Optional.empty();
        radios.put(course.body().id(), made);
        return made;
    }

    private long speaking() {
        return radios.values().stream().filter(Optional::isPresent).count();
    }

    private void speak(VehicleRadio radio, Course course, Moment moment, RoadUserMessages voice) {
        say(radio.report(course), moment, voice);
        radio.request(course, moment.time()).ifPresent(request -> say(request, moment, voice));
    }

    private void say(MessageContent content, Moment moment, RoadUserMessages voice) {
        V2xFrame said = voice.encode(content, moment.time()).orElse(null);
        if (said == null) {
            counters.counter("unsaid").increment();
        } else {
            datagrams.send(ForwardedMessage.of(said));
            counters.counter("forwarded." + said.kind()).increment();
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
    }
}
