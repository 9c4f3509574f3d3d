package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.DriveRequest;
import io.verge.messages.csae.edition2020.IARData;
import io.verge.messages.csae.edition2020.MessageFrame;
import io.verge.messages.csae.edition2020.MessageFrameExt;
import io.verge.messages.csae.edition2020.MovementEx;
import io.verge.messages.csae.edition2020.NodeReferenceID;
import io.verge.messages.csae.edition2020.Position3D;
import io.verge.messages.csae.edition2020.ReqSignalPriority;
import io.verge.messages.csae.edition2020.ReqStatus;
import io.verge.messages.csae.edition2020.VehIntentionAndRequest;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import io.verge.testkit.Crossing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityRequestsTest {
    private static final Instant NOW = Crossing.TIME;

    private final CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);

    private static DriveRequest asks(int crossing, ReqStatus status, int to, @Nullable Integer phase) {
        return new DriveRequest(
                crossing % 256,
                status,
                null,
                null,
                null,
                new ReqSignalPriority(
                        new NodeReferenceID(420, crossing),
                        new MovementEx(new NodeReferenceID(420, to), phase, null, null),
                        1_200,
                        null,
                        null),
                null,
                null);
    }

    private ReceivedMessage read(DriveRequest... requests) throws CodecException {
        VehIntentionAndRequest vir = new VehIntentionAndRequest(
                0,
                Octets.ofHex("5645483030303432"),
                11_200,
                new Position3D(305_001_000, 1_143_000_000, null),
                new IARData(null, null, null, List.of(requests), null),
                null);
        BitWriter out = new BitWriter();
        MessageFrame.encode(out, new MessageFrameExt(13, vir, null));
        ByteBuffer octets = ByteBuffer.wrap(out.toByteArray());
        return set.decode("rsu", new V2xFrame("csae", MessageKind.OTHER, 0, octets, NOW, Stamps.NONE))
                .orElseThrow();
    }

    private PriorityRequest request(DriveRequest... requests) throws CodecException {
        return Objects.requireNonNull(read(requests).priorityRequest());
    }

    @Test
    void readsWhoAsksForWhat() throws CodecException {
        PriorityRequest request = request(asks(184, ReqStatus.REQUEST, 183, 2));
        assertThat(request.requester()).isEqualTo("5645483030303432");
        assertThat(request.request()).isEqualTo(184);
        assertThat(request.region()).isEqualTo(420);
        assertThat(request.crossing()).isEqualTo(184);
        assertThat(request.action()).isEqualTo(Action.REQUEST);
        assertThat(request.role()).isEqualTo(Role.UNKNOWN);
        assertThat(request.level()).isEqualTo(-1);
        assertThat(request.arrival()).isEqualTo(Instant.parse("2026-03-01T08:15:23.200Z"));
        assertThat(Objects.requireNonNull(request.position()).latitude()).isCloseTo(30.5001, within(1e-9));
        assertThat(request.speed()).isNaN();
    }

    @Test
    void isAVir() throws CodecException {
        ReceivedMessage message = read(asks(184, ReqStatus.REQUEST, 183, 2));
        assertThat(message.kind()).isEqualTo(MessageKind.VIR);
        assertThat(message.sensedAt()).isEqualTo(Instant.parse("2026-03-01T08:15:11.200Z"));
    }

    @Test
    void findsTheLanesOfTheMovement() throws CodecException {
        // From arm 1 straight on to arm 3 is group 2; group 1 turns left to arm 2.
        PriorityRequest straight = request(asks(184, ReqStatus.REQUEST, 183, 2));
        assertThat(straight.fromLane()).isEqualTo(12);
        assertThat(straight.toLane()).isEqualTo(35);
        PriorityRequest left = request(asks(184, ReqStatus.REQUEST, 182, 1));
        assertThat(left.fromLane()).isEqualTo(11);
        assertThat(left.toLane()).isEqualTo(25);
    }

    @Test
    void leavesLanesUnknownThatCouldBeSeveral() throws CodecException {
        PriorityRequest request = request(asks(184, ReqStatus.REQUEST, 183, null));
        assertThat(request.fromLane()).isNull();
        assertThat(request.toLane()).isEqualTo(35);
    }

    @Test
    void knowsNoLanesOfOtherCrossings() throws CodecException {
        assertThat(request(asks(7, ReqStatus.REQUEST, 183, 2)).fromLane()).isNull();
    }

    @Test
    void takesTheRequestForThisCrossing() throws CodecException {
        assertThat(request(asks(7, ReqStatus.REQUEST, 183, 2), asks(184, ReqStatus.REQUEST, 183, 2))
                        .crossing())
                .isEqualTo(184);
    }

    @ParameterizedTest
    @CsvSource({"cancel", "complete"})
    void whatIsOverIsCancelled(String status) throws CodecException {
        ReqStatus over = status.equals("cancel") ? ReqStatus.CANCEL : ReqStatus.COMPLETE;
        assertThat(request(asks(184, over, 183, 2)).action()).isEqualTo(Action.CANCEL);
    }

    @Test
    void anIntentionIsNoRequest() throws CodecException {
        assertThat(read(asks(184, ReqStatus.UNKNOWN, 183, 2)).content()).isNull();
    }
}
