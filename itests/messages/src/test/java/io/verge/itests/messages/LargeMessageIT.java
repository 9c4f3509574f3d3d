package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.etsi.cpm.CircularShape;
import io.verge.messages.etsi.cpm.PerceptionRegion;
import io.verge.messages.sae.j2735.GenericLane;
import io.verge.messages.sae.j2735.IntersectionGeometry;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.LaneAttributes;
import io.verge.messages.sae.j2735.LaneTypeAttributes;
import io.verge.messages.sae.j2735.MapData;
import io.verge.messages.sae.j2735.NodeListXY;
import io.verge.messages.sae.j2735.NodeXY;
import io.verge.messages.sae.j2735.NodeXY20b;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.testkit.BadInput;
import io.verge.messages.testkit.Codecs;
import io.verge.messages.uper.BitString;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed messages of the densest kind: what costs most memory for the least input keeps to the limit. */
class LargeMessageIT {
    private static final Codecs SAE = io.verge.messages.sae.j2735.Types::find;
    private static final Codecs CPM = io.verge.messages.etsi.cpm.Types::find;

    /** Nodes of 25 bits in lanes of few bits: up to one that no radio would carry. */
    @ParameterizedTest
    @CsvSource({"1, 1, true", "1, 100, true", "4, 255, false", "32, 255, false"})
    void mapOfTheSmallestNodes(int intersections, int lanes, boolean accepted) throws CodecException {
        NodeXY node = NodeXY.builder().delta(new NodeXY20b(511, -512)).build();
        GenericLane lane = GenericLane.builder()
                .laneID(255)
                .laneAttributes(LaneAttributes.builder()
                        .directionalUse(BitString.of(0, 2))
                        .sharedWith(BitString.of(0, 10))
                        .laneType(new LaneTypeAttributes.Vehicle(BitString.of(0, 8)))
                        .build())
                .nodeList(new NodeListXY.Nodes(Collections.nCopies(63, node)))
                .build();
        IntersectionGeometry intersection = IntersectionGeometry.builder()
                .id(IntersectionReferenceID.builder().id(65_535).build())
                .revision(0)
                .refPoint(Position3D.builder().lat(0).long_(0).build())
                .laneSet(Collections.nCopies(lanes, lane))
                .build();
        MapData map = MapData.builder()
                .msgIssueRevision(0)
                .intersections(Collections.nCopies(intersections, intersection))
                .build();
        assertThat(checked(SAE, "MapData", map)).isEqualTo(accepted);
    }

    /** Numbers of one octet that have no shared box would be the dearest elements. */
    @ParameterizedTest
    @ValueSource(ints = {128, 129, 16_383, 16_384, 200_000})
    void listOfNumbersBeyondItsRoot(int count) throws CodecException {
        PerceptionRegion region = PerceptionRegion.builder()
                .measurementDeltaTime(0)
                .perceptionRegionConfidence(101)
                .perceptionRegionShape(CircularShape.builder().radius(1).build())
                .shadowingApplies(false)
                .sensorIdList(Collections.nCopies(count, 200))
                .perceivedObjectIds(List.of(1, 65_535))
                .build();
        assertThat(checked(CPM, "PerceptionRegion", region)).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static <T> boolean checked(Codecs codecs, String type, T value) throws CodecException {
        Codec<T> codec = (Codec<T>) codecs.get(type);
        return BadInput.check(codec, codec.encode(value));
    }
}
