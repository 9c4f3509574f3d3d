package io.verge.demo.internal;

import io.verge.api.cloud.CloudReport;
import io.verge.api.cloud.TwinReport;
import io.verge.api.outbox.LaneReport;
import io.verge.api.outbox.OutboxReport;
import io.verge.api.status.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way to the cloud in words. That there is none, or that nobody answers, is a normal state, and is said as one. */
final class UplinkText {
    private UplinkText() {}

    /** One line: the session, what waits, what has arrived, and the version of what the cloud wishes. */
    static String line(Snapshot.Uplink uplink) {
        CloudReport cloud = uplink.cloud();
        if (cloud == null) {
            return "none configured; " + waits(uplink.outbox());
        }
        return session(cloud) + "; " + waits(uplink.outbox()) + twin(uplink.twin());
    }

    /** What went through it in all. */
    static String summary(Snapshot.Uplink uplink) {
        OutboxReport outbox = uplink.outbox();
        if (outbox == null) {
            return "no outbox";
        }
        long offered = sum(outbox, Sum.OFFERED);
        return String.format(
                Locale.ROOT,
                "%d records, %d arrived, %d wait, %d dropped",
                offered,
                sum(outbox, Sum.CONFIRMED),
                sum(outbox, Sum.WAITING),
                sum(outbox, Sum.DROPPED));
    }

    private static String session(CloudReport cloud) {
        if (cloud.connected() != null) {
            return cloud.phase() + " at " + cloud.broker();
        }
        Trouble trouble = cloud.status().trouble();
        return cloud.phase() + (trouble == null ? "" : " (" + trouble.cause() + ")");
    }

    private static String waits(@Nullable OutboxReport outbox) {
        if (outbox == null) {
            return "no outbox";
        }
        List<LaneReport> used = outbox.lanes().stream()
                .filter(lane -> lane.offered() > 0 || lane.records() > 0)
                .toList();
        String lanes = used.stream().map(UplinkText::lane).collect(Collectors.joining("  "));
        return lanes.isEmpty() ? "nothing recorded yet" : "arrived/waits: " + lanes;
    }

    private static String lane(LaneReport lane) {
        return lane.lane().name().toLowerCase(Locale.ROOT) + " " + lane.confirmed() + "/" + lane.records();
    }

    private static String twin(@Nullable TwinReport twin) {
        return twin == null ? "" : "; twin version " + twin.applied();
    }

    private enum Sum {
        OFFERED,
        CONFIRMED,
        WAITING,
        DROPPED
    }

    private static long sum(OutboxReport outbox, Sum what) {
        return outbox.lanes().stream().mapToLong(lane -> figure(lane, what)).sum();
    }

    private static long figure(LaneReport lane, Sum what) {
        return switch (what) {
            case OFFERED -> lane.offered();
            case CONFIRMED -> lane.confirmed();
            case WAITING -> lane.records();
            case DROPPED ->
                lane.dropped().values().stream().mapToLong(count -> count).sum();
        };
    }
}
