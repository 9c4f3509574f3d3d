package io.verge.agent.map;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** MAP messages: small ones to spoil, and those of others. */
final class Samples {
    /** Two arms and a crosswalk: lane 1 comes in from the north and leads straight to lane 2 in the south. */
    static final String SAE =
            """
            {"messageId":18,"value":{"msgIssueRevision":3,"intersections":[{"name":"Main","id":{"region":7,"id":42},
             "revision":3,"refPoint":{"lat":305000000,"long":1143000000,"elevation":210},"laneWidth":350,
             "speedLimits":[{"type":"vehicleMaxSpeed","speed":695}],"laneSet":[
             {"laneID":1,"ingressApproach":1,"laneAttributes":{"directionalUse":"80","sharedWith":"0000",
              "laneType":{"vehicle":{"value":"00","length":8}}},
              "nodeList":{"nodes":[{"delta":{"node-XY6":{"x":-175,"y":2000}}},{"delta":{"node-XY6":{"x":0,"y":10000}}}]},
              "connectsTo":[{"connectingLane":{"lane":2,"maneuver":"8000"},"signalGroup":5},
               {"connectingLane":{"lane":99},"signalGroup":5}]},
             {"laneID":2,"egressApproach":2,"laneAttributes":{"directionalUse":"40","sharedWith":"0000",
              "laneType":{"vehicle":{"value":"10","length":8}}},
              "nodeList":{"nodes":[{"delta":{"node-XY6":{"x":-175,"y":-2000}},"attributes":{"dWidth":50,
               "data":[{"speedLimits":[{"type":"vehicleMaxSpeed","speed":500}]}]}},
               {"delta":{"node-XY6":{"x":0,"y":-10000}}}]}},
             {"laneID":3,"ingressApproach":1,"laneAttributes":{"directionalUse":"80","sharedWith":"0000",
              "laneType":{"bikeLane":"0000"}},
              "nodeList":{"computed":{"referenceLaneId":1,"offsetXaxis":{"small":-300},"offsetYaxis":{"small":0}}}},
             {"laneID":4,"laneAttributes":{"directionalUse":"C0","sharedWith":"0000","laneType":{"crosswalk":"0000"}},
              "nodeList":{"nodes":[{"delta":{"node-XY6":{"x":-600,"y":1700}}},{"delta":{"node-XY6":{"x":1200,"y":0}}}]},
              "connectsTo":[{"connectingLane":{"lane":4},"signalGroup":9}]},
             {"laneID":5,"ingressApproach":1,"laneAttributes":{"directionalUse":"80","sharedWith":"0000",
              "laneType":{"median":"0000"}},
              "nodeList":{"nodes":[{"delta":{"node-XY6":{"x":0,"y":2000}}},{"delta":{"node-XY6":{"x":0,"y":9000}}}]}}
             ]}]}}
            """;

    /** Two arms: from node 1 in the north and from node 2 in the south, each leading straight on to the other. */
    static final String CSAE =
            """
            {"mapFrame":{"msgCnt":1,"nodes":[{"name":"Main","id":{"region":7,"id":42},
             "refPos":{"lat":305000000,"long":1143000000},"inLinks":[
             {"name":"North","upstreamNodeId":{"region":7,"id":1},"linkWidth":700,
              "speedLimits":[{"type":"vehicleMaxSpeed","speed":695}],
              "movements":[{"remoteIntersection":{"region":7,"id":2},"phaseId":5}],"lanes":[
              {"laneID":1,"laneWidth":350,"connectsTo":[{"remoteIntersection":{"region":7,"id":2},
               "connectingLane":{"lane":1,"maneuver":"8000"}}],"points":[
               {"posOffset":{"offsetLL":{"position-LatLon":{"lon":1142999800,"lat":305010000}}}},
               {"posOffset":{"offsetLL":{"position-LL1":{"lon":-200,"lat":1800}}}}]}]},
             {"upstreamNodeId":{"region":7,"id":2},"linkWidth":700,"points":[
               {"posOffset":{"offsetLL":{"position-LatLon":{"lon":1143000200,"lat":304990000}}}},
               {"posOffset":{"offsetLL":{"position-LatLon":{"lon":1143000200,"lat":304998200}}}}],"lanes":[
              {"laneID":1,"connectsTo":[{"remoteIntersection":{"region":7,"id":1},
               "connectingLane":{"lane":3},"phaseId":6},
               {"remoteIntersection":{"region":7,"id":9},"phaseId":6}]},{"laneID":2}]}]}]}}
            """;

    private Samples() {}

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A message of the data folder, in hexadecimal. */
    static byte[] vector(String file, int number) throws IOException {
        List<Object> all = JSON.std.listFrom(Files.readString(DataFolder.file("vectors/" + file)));
        return octets(String.valueOf(((Map<?, ?>) all.get(number)).get("hex")));
    }
}
