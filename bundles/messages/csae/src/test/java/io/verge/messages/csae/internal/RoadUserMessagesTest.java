package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.message.V2xFrame;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.testkit.HeardAsSaid;
import io.verge.testkit.Crossing;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What vehicles say is heard as they said it, as far as BSM and VIR can say it. */
class RoadUserMessagesTest extends HeardAsSaid {
    private final CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);

    RoadUserMessagesTest() {
        super(Spoken.set(CsaeEdition.EDITION_2020));
    }

    /** Ids have eight octets here. */
    @Override
    protected String heardId(String said) {
        return "00000000" + said;
    }

    /** A VIR has no role, level, departure and sequence, and an update is a request. */
    @Override
    protected void assertHeard(PriorityRequest heard, PriorityRequest said) {
        assertThat(heard.requester()).isEqualTo(heardId(said.requester()));
        assertThat(heard.request()).isEqualTo(said.request());
        assertThat(heard.action()).isEqualTo(said.action() == Action.CANCEL ? Action.CANCEL : Action.REQUEST);
        assertThat(heard.crossing()).isEqualTo(said.crossing());
        assertThat(heard.fromLane()).isEqualTo(said.fromLane());
        assertThat(heard.toLane()).isEqualTo(said.toLane());
        assertThat(heard.role()).isEqualTo(Role.UNKNOWN);
        if (said.arrival() == null) {
            assertThat(heard.arrival()).isNull();
        } else {
            assertThat(heard.arrival()).isBetween(said.arrival().minusMillis(10), said.arrival());
        }
    }

    @Test
    void theEditionOf2019HasNoRequest() {
        CsaeMessageSet before = Spoken.set(CsaeEdition.EDITION_2019);
        assertThat(before.encode(asked(null, 3, 7), NOW)).isEmpty();
    }

    @Test
    void theEditionOf2019HearsASelfReportToo() {
        CsaeMessageSet before = Spoken.set(CsaeEdition.EDITION_2019);
        V2xFrame said =
                before.encode(at("01", Crossing.ORIGIN, RoadUserType.BUS), NOW).orElseThrow();
        SelfReport heard =
                Objects.requireNonNull(before.decode("rsu", said).orElseThrow().report());
        assertThat(heard.type()).isEqualTo(RoadUserType.BUS);
        assertThat(heard.error()).isCloseTo(1, within(1e-9));
    }

    /** The field has no value for now. */
    @Test
    void whoArrivesNowArrivesTenMillisecondsLater() {
        PriorityRequest said = new PriorityRequest(
                "DEADBEEF", 7, 1, Action.CANCEL, 420, 184, 12, 35, NOW, null, Role.FIRE, 3, null, 5);
        assertThat(request(said).arrival()).isEqualTo(NOW.plusMillis(10));
        assertThat(request(said).action()).isEqualTo(Action.CANCEL);
    }

    @Test
    void aMovementThatIsNotOnTheMapIsNotSaid() {
        PriorityRequest odd = new PriorityRequest(
                "DEADBEEF", 7, 1, Action.REQUEST, 420, 184, 11, 35, null, null, Role.FIRE, 3, null, 5);
        assertThat(set.encode(odd, NOW)).isEmpty();
    }
}
