package io.verge.messages.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.air.MessageSet;
import io.verge.api.air.RoadUserMessages;
import io.verge.api.geo.Wgs84;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.MessageContent;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.testkit.Crossing;
import io.verge.testkit.RandomVehicles;
import java.time.Instant;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What vehicles say is heard as they said it: what holds for every message set that can say of them what they say of
 * themselves. A set's test extends this.
 */
public abstract class HeardAsSaid {
    /** When everything is said. */
    protected static final Instant NOW = Crossing.TIME;

    private static final double DEGREES = 1e-7;

    private final RoadUserMessages vehicles;
    private final MessageSet box;

    /**
     * The contract of a set.
     *
     * @param set speaks for the vehicles, and hears for the box
     */
    protected <S extends MessageSet & RoadUserMessages> HeardAsSaid(S set) {
        this.vehicles = set;
        this.box = set;
    }

    private ReceivedMessage heard(MessageContent content) {
        V2xFrame frame = vehicles.encode(content, NOW).orElseThrow();
        ReceivedMessage message = box.decode("rsu", frame).orElseThrow();
        assertThat(message.kind()).isEqualTo(frame.kind());
        return message;
    }

    private SelfReport report(SelfReport said) {
        return Objects.requireNonNull(heard(said).report());
    }

    /** As the box hears it. */
    protected final PriorityRequest request(PriorityRequest said) {
        return Objects.requireNonNull(heard(said).priorityRequest());
    }

    /** The id by which who calls himself so is heard: the same, where it is as long. */
    protected String heardId(String said) {
        return said;
    }

    /** Whether a request was heard as it was said, but for place and speed. */
    protected void assertHeard(PriorityRequest heard, PriorityRequest said) {
        assertThat(heard)
                .usingRecursiveComparison()
                .ignoringFields("position", "speed")
                .isEqualTo(said);
    }

    private static void assertNear(Wgs84 heard, Wgs84 said) {
        assertThat(heard.latitude()).isCloseTo(said.latitude(), within(DEGREES));
        assertThat(heard.longitude()).isCloseTo(said.longitude(), within(DEGREES));
        assertThat(heard.elevation()).isCloseTo(said.elevation(), within(0.051));
    }

    private static void assertNear(double heard, double said, double step) {
        if (Double.isNaN(said)) {
            assertThat(heard).isNaN();
        } else {
            assertThat(heard).isCloseTo(said, within(step));
        }
    }

    @Property(tries = 300)
    void aSelfReportIsHeardAsItWasSaid(@ForAll long seed) {
        SelfReport said = new RandomVehicles(seed).report();
        SelfReport heard = report(said);
        assertThat(heard.id()).isEqualTo(heardId(said.id()));
        assertThat(heard.type()).isEqualTo(said.type());
        assertNear(heard.position(), said.position());
        assertNear(heard.speed(), said.speed(), 0.011);
        assertNear(heard.heading(), said.heading(), 0.051);
        assertNear(heard.error(), said.error(), 0.051);
        assertThat(heard.size() == null).isEqualTo(said.size() == null);
        if (heard.size() != null && said.size() != null) {
            assertNear(heard.size().length(), said.size().length(), 0.051);
            assertNear(heard.size().width(), said.size().width(), 0.051);
        }
    }

    @Property(tries = 300)
    void aSelfReportIsTrueWhenItWasSaid(@ForAll long seed) {
        assertThat(heard(new RandomVehicles(seed).report()).sensedAt()).isEqualTo(NOW);
    }

    /** What is said again is the same: nothing drifts. */
    @Property(tries = 100)
    void whatWasHeardCanBeSaidAgain(@ForAll long seed) {
        SelfReport heard = report(new RandomVehicles(seed).report());
        assertThat(report(heard)).isEqualTo(heard);
    }

    @Property(tries = 300)
    void aRequestIsHeardAsItWasSaid(@ForAll long seed) {
        PriorityRequest said = new RandomVehicles(seed).request(NOW);
        PriorityRequest heard = request(said);
        assertHeard(heard, said);
        assertNear(heard.speed(), said.position() == null ? Double.NaN : said.speed(), 0.011);
        assertThat(heard.position() == null).isEqualTo(said.position() == null);
        if (heard.position() != null && said.position() != null) {
            assertNear(heard.position(), said.position());
        }
    }

    @Test
    void aRequestOfAnUnknownPlaceHasNone() {
        PriorityRequest said = asked(null, Double.NaN, 7);
        assertThat(request(said).position()).isNull();
        assertThat(request(said).speed()).isNaN();
    }

    /** A fire engine's request, of which only these matter. */
    protected static PriorityRequest asked(@Nullable Wgs84 place, double speed, int number) {
        return new PriorityRequest(
                "DEADBEEF", number, 1, Action.REQUEST, 420, 184, 12, 35, null, null, Role.FIRE, 3, place, speed);
    }

    /** A report of someone at a place, driving east. */
    protected static SelfReport at(String id, Wgs84 place, RoadUserType type) {
        return new SelfReport(id, type, place, 5, 90, 1, null);
    }

    @Test
    void anIdThatIsNoneIsNotSaid() {
        assertThat(vehicles.encode(at("bus 12", Crossing.ORIGIN, RoadUserType.BUS), NOW))
                .isEmpty();
        assertThat(vehicles.encode(at("0123456789ABCDEF01", Crossing.ORIGIN, RoadUserType.BUS), NOW))
                .isEmpty();
    }

    @Test
    void aShortIdHasZerosBeforeIt() {
        assertThat(report(at("2A", Crossing.ORIGIN, RoadUserType.CAR)).id()).endsWith("0000002A");
    }

    @Test
    void whoIsOnFootDoesNotSpeakLikeAVehicle() {
        assertThat(vehicles.encode(at("01", Crossing.ORIGIN, RoadUserType.PEDESTRIAN), NOW))
                .isEmpty();
    }

    @Test
    void aRequestWithANumberOutOfRangeIsNotSaid() {
        assertThat(vehicles.encode(asked(null, 3, 256), NOW)).isEmpty();
    }
}
