package io.verge.messages.csae.internal;

import io.verge.messages.csae.edition2019.PositionOffsetLLV;
import io.verge.messages.csae.edition2019.RTEData;
import io.verge.messages.csae.edition2019.RTSData;
import io.verge.messages.csae.edition2019.ReferencePath;
import io.verge.messages.csae.edition2019.RoadSideInformation;
import io.verge.messages.facilities.Translation;
import io.verge.messages.uper.CodecException;
import java.util.ArrayList;
import java.util.List;

/**
 * An RSI of the edition of 2020 in the types of 2019. Paths count their points in another way, and signs have an addition in 2020
 * that is never said; all else is alike, bit for bit, and carried over as bits.
 */
final class Rsi2019 {
    private final Translation bits = new Translation();

    private Rsi2019() {}

    static RoadSideInformation of(io.verge.messages.csae.edition2020.RoadSideInformation message)
            throws CodecException {
        return new Rsi2019().message(message);
    }

    private RoadSideInformation message(io.verge.messages.csae.edition2020.RoadSideInformation message)
            throws CodecException {
        var bare = new io.verge.messages.csae.edition2020.RoadSideInformation(
                message.msgCnt(), message.moy(), message.id(), message.refPos(), null, null, null);
        RoadSideInformation told = bits.same(
                bare, io.verge.messages.csae.edition2020.RoadSideInformation::encode, RoadSideInformation::decode);
        return new RoadSideInformation(
                told.msgCnt(),
                told.moy(),
                told.id(),
                told.refPos(),
                Translation.all(message.rtes(), this::event),
                Translation.all(message.rtss(), this::sign),
                null);
    }

    private RTEData event(io.verge.messages.csae.edition2020.RTEData event) throws CodecException {
        var pathless = new io.verge.messages.csae.edition2020.RTEData(
                event.rteId(),
                event.eventType(),
                event.eventSource(),
                event.eventPos(),
                event.eventRadius(),
                event.description(),
                event.timeDetails(),
                event.priority(),
                null,
                event.referenceLinks(),
                event.eventConfidence(),
                null);
        RTEData told = bits.same(pathless, io.verge.messages.csae.edition2020.RTEData::encode, RTEData::decode);
        return new RTEData(
                told.rteId(),
                told.eventType(),
                told.eventSource(),
                told.eventPos(),
                told.eventRadius(),
                told.description(),
                told.timeDetails(),
                told.priority(),
                Translation.all(event.referencePaths(), this::path),
                told.referenceLinks(),
                told.eventConfidence(),
                null);
    }

    private RTSData sign(io.verge.messages.csae.edition2020.RTSData sign) throws CodecException {
        var pathless = new io.verge.messages.csae.edition2020.RTSData(
                sign.rtsId(),
                sign.signType(),
                sign.signPos(),
                sign.description(),
                sign.timeDetails(),
                sign.priority(),
                null,
                sign.referenceLinks(),
                null,
                null);
        RTSData told = bits.same(pathless, io.verge.messages.csae.edition2020.RTSData::encode, RTSData::decode);
        return new RTSData(
                told.rtsId(),
                told.signType(),
                told.signPos(),
                told.description(),
                told.timeDetails(),
                told.priority(),
                Translation.all(sign.referencePaths(), this::path),
                told.referenceLinks(),
                null);
    }

    private ReferencePath path(io.verge.messages.csae.edition2020.ReferencePath path) throws CodecException {
        List<PositionOffsetLLV> points = new ArrayList<>(path.activePath().size());
        for (var point : path.activePath()) {
            points.add(bits.same(
                    point, io.verge.messages.csae.edition2020.PositionOffsetLLV::encode, PositionOffsetLLV::decode));
        }
        return new ReferencePath(points, path.pathRadius());
    }
}
