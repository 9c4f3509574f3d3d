package io.verge.driver.signal.ntcip1202.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.SignalGroups;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Vehicle phases 2, 4 and 10 are the signal groups 1, 2 and 3; the walk of phase 4 is group 12, overlap A group 20. */
class CallsTest {
    private static final String VEHICLE_1 = "1.3.6.1.4.1.1206.4.2.1.1.5.1.6.1";
    private static final String VEHICLE_2 = "1.3.6.1.4.1.1206.4.2.1.1.5.1.6.2";
    private static final String PEDESTRIAN_1 = "1.3.6.1.4.1.1206.4.2.1.1.5.1.7.1";

    private final FakeAgent agent = new FakeAgent();
    private final Calls calls = new Calls(
            SignalGroups.of(new String[] {"2=1", "4=2", "10=3"}, new String[] {"1=20"}, new String[] {"4=12"}));

    private void request(int group, boolean wanted) throws IOException {
        calls.request(group, wanted, agent::set);
    }

    @Test
    void aCallIsTheBitOfItsPhase() throws IOException {
        request(1, true);
        assertThat(agent.writes).containsExactly(VEHICLE_1 + " = 2");
    }

    @Test
    void callsOfEightPhasesAreWrittenTogether() throws IOException {
        request(1, true);
        request(2, true);
        assertThat(agent.values).containsEntry(VEHICLE_1, 0b1010);
    }

    @Test
    void phasesAboveEightAreInTheSecondObject() throws IOException {
        request(3, true);
        assertThat(agent.writes).containsExactly(VEHICLE_2 + " = 2");
    }

    @Test
    void whoWalksHasAnObjectOfHisOwn() throws IOException {
        request(12, true);
        assertThat(agent.writes).containsExactly(PEDESTRIAN_1 + " = 8");
    }

    @Test
    void aCallThatIsTakenBackLeavesTheOthers() throws IOException {
        request(1, true);
        request(2, true);
        request(1, false);
        assertThat(agent.values).containsEntry(VEHICLE_1, 0b1000);
    }

    @Test
    void callsAreWrittenAgainAsLongAsTheyAreWanted() throws IOException {
        request(1, true);
        request(12, true);
        request(12, false);
        agent.writes.clear();
        calls.keep(agent::set);
        assertThat(agent.writes).containsExactly(VEHICLE_1 + " = 2");
    }

    @Test
    void allCallsAreTakenBackAtTheEnd() throws IOException {
        request(1, true);
        request(12, true);
        calls.withdraw(agent::set);
        assertThat(agent.values).containsEntry(VEHICLE_1, 0).containsEntry(PEDESTRIAN_1, 0);
        agent.writes.clear();
        calls.keep(agent::set);
        assertThat(agent.writes).isEmpty();
    }

    @Test
    void aCallThatCouldNotBeWrittenIsNotKept() throws IOException {
        agent.silent = true;
        assertThatThrownBy(() -> request(1, true)).isInstanceOf(IOException.class);
        agent.silent = false;
        calls.keep(agent::set);
        assertThat(agent.writes).isEmpty();
    }

    @Test
    void anOverlapCannotBeCalled() {
        assertThatThrownBy(() -> request(20, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("overlap");
    }

    @Test
    void aGroupOfNoPhaseIsRefused() {
        assertThatThrownBy(() -> request(99, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("signal group 99 is no phase");
    }
}
