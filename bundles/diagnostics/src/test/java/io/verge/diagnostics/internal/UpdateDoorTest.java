package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateReport;
import io.verge.api.update.UpdateWish;
import io.verge.api.update.Updates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Updates through the door: who may wish, as whom, and what is answered. */
@Timeout(120)
class UpdateDoorTest extends AtTheCabinet {
    private static final byte[] WISH = "{\"id\":\"w-1\",\"release\":\"2026.12.1\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");

    private final List<String> done = new ArrayList<>();
    private Laptop boss;
    private Laptop visitor;

    @BeforeEach
    void updates() {
        cabinet.parts.updates = new TestUpdates();
        boss = laptop("boss", Cabinet.OPERATOR_KEY);
        visitor = visitor();
    }

    /** Notes what it is asked for; is busy when the release is called so. */
    private final class TestUpdates implements Updates {
        @Override
        public UpdateReport report() {
            return new UpdateReport(Status.of(State.OK, NOW), "shipped", 0, "", null, List.of(), null, null);
        }

        @Override
        public String channel(String name, String source) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public UpdatePlan plan(UpdateWish wish) {
            done.add("plan " + wish.release());
            return new UpdatePlan(wish.release(), null, List.of(), List.of(), null, 0, 0, 0, NOW, List.of());
        }

        @Override
        public UpdateEntry apply(UpdateWish wish) throws UpdateRefusedException {
            if (wish.release().equals("busy")) {
                throw new UpdateRefusedException("busy", "another update goes on: cancel it first");
            }
            done.add("apply " + wish.release() + " by " + wish.by());
            return entry(wish);
        }

        @Override
        public UpdateEntry cancel(String why) {
            done.add("cancel: " + why);
            return history().get(0);
        }

        @Override
        public UpdateEntry rollback(String why) {
            done.add("rollback: " + why);
            return history().get(0);
        }

        @Override
        public List<UpdateEntry> history() {
            return List.of(
                    entry(new UpdateWish("w-2", "2026.12.2", "", "cloud", null, false)),
                    entry(new UpdateWish("w-1", "2026.12.1", "", "cloud", null, false)));
        }
    }

    private static UpdateEntry entry(UpdateWish wish) {
        return new UpdateEntry(wish, Phase.METADATA, NOW, NOW, 0, 0, 0, "", "", "", null, null);
    }

    @Test
    void anybodyMayLook() throws ConnectorException, IOException {
        assertThat(visitor.get("update").getResponseText())
                .startsWith("{\"state\":\"OK\"")
                .contains("\"running\":\"shipped\"");
        assertThat(visitor.get("update/history?last=1").getResponseText())
                .contains("w-2")
                .doesNotContain("w-1");
        assertThat(visitor.get("status").getResponseText()).contains("\"update\":{\"state\":\"OK\"");
    }

    @Test
    void aViewerMayNotWish() throws ConnectorException, IOException {
        for (String what : List.of("plan", "apply", "cancel", "rollback")) {
            assertThat(visitor.send(Code.POST, "update?do=" + what, WISH).getCode())
                    .as(what)
                    .isEqualTo(ResponseCode.FORBIDDEN);
        }
        assertThat(done).isEmpty();
    }

    @Test
    void aWishIsThatOfTheKeyItCameWith() throws ConnectorException, IOException {
        CoapResponse answer = boss.send(Code.POST, "update?do=apply", WISH);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(answer.getResponseText()).contains("\"phase\":\"metadata\"");
        assertThat(done).containsExactly("apply 2026.12.1 by operator boss");
    }

    @Test
    void aPlanAWithdrawalAndTheWayBackAreAnsweredToo() throws ConnectorException, IOException {
        byte[] why = "{\"why\":\"radar is slow\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(boss.send(Code.POST, "update?do=plan", WISH).getResponseText())
                .contains("\"changes\":[]");
        assertThat(boss.send(Code.POST, "update?do=cancel", why).isSuccess()).isTrue();
        assertThat(boss.send(Code.POST, "update?do=rollback", new byte[0]).isSuccess())
                .isTrue();

        assertThat(done)
                .containsExactly("plan 2026.12.1", "cancel: radar is slow (operator boss)", "rollback: operator boss");
    }

    @Test
    void aRefusalSaysWhyWithItsCode() throws ConnectorException, IOException {
        byte[] wish = "{\"id\":\"w-1\",\"release\":\"busy\"}".getBytes(StandardCharsets.UTF_8);
        CoapResponse answer = boss.send(Code.POST, "update?do=apply", wish);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(answer.getResponseText()).contains("another update goes on", "\"code\":\"busy\"");
    }

    @Test
    void whatIsNoWishIsABadRequest() throws ConnectorException, IOException {
        assertThat(boss.send(Code.POST, "update?do=apply", new byte[0]).getCode())
                .isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(boss.send(Code.POST, "update", WISH).getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    }

    @Test
    void withoutAnUpdaterItSaysSo() throws ConnectorException, IOException {
        cabinet.parts.updates = null;

        assertThat(boss.send(Code.POST, "update?do=apply", WISH).getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
        assertThat(visitor.get("update").getResponseText()).isEqualTo("{}");
    }
}
