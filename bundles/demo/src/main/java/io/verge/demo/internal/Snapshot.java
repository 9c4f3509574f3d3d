package io.verge.demo.internal;

import io.verge.api.air.AirReport;
import io.verge.api.app.AppReport;
import io.verge.api.cloud.CloudReport;
import io.verge.api.cloud.TwinReport;
import io.verge.api.device.DeviceStatus;
import io.verge.api.message.MessageKind;
import io.verge.api.outbox.OutboxReport;
import io.verge.api.scene.Scene;
import io.verge.api.time.LatencyReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent knew of itself at one instant.
 *
 * @param nanos on the monotonic clock
 * @param devices by id
 * @param scene the newest; null when there was none yet
 * @param scenes how many there were
 * @param eventCount how many events there were
 * @param events the last of them in words, the newest first
 * @param uplink what goes to the cloud
 */
record Snapshot(
        Instant time,
        long nanos,
        List<Seen> devices,
        List<AppReport> apps,
        List<AirReport> air,
        List<LatencyReport> latency,
        @Nullable Scene scene,
        long scenes,
        long eventCount,
        List<String> events,
        Uplink uplink) {
    Snapshot {
        devices = List.copyOf(devices);
        apps = List.copyOf(apps);
        air = List.copyOf(air);
        latency = List.copyOf(latency);
        events = List.copyOf(events);
    }

    /** The way to the cloud; what is not there is null. */
    record Uplink(@Nullable CloudReport cloud, @Nullable OutboxReport outbox, @Nullable TwinReport twin) {
        static final Uplink NONE = new Uplink(null, null, null);
    }

    /**
     * A device.
     *
     * @param radio whether it sends messages, rather than to sense something
     */
    record Seen(String id, boolean radio, DeviceStatus status) {
        /** What it has done: frames that it sensed, or messages that it sent. */
        long done() {
            return count(radio ? "sent" : "frames");
        }

        long count(String counter) {
            return status.counters().getOrDefault(counter, 0L);
        }
    }

    /** What a played radio counted of one kind of message, such as {@code decoded}; 0 when none is played. */
    long heard(String what, MessageKind kind) {
        return devices.stream()
                .mapToLong(device -> device.count(what + "." + kind))
                .sum();
    }

    /** What a device had done then; 0 when it was not there. */
    long done(String device) {
        return devices.stream()
                .filter(seen -> seen.id().equals(device))
                .mapToLong(Seen::done)
                .sum();
    }

    /** How much an app had announced; 0 when it was not there. */
    long said(String app) {
        return apps.stream()
                .filter(report -> report.name().equals(app))
                .mapToLong(Verdict::said)
                .sum();
    }

    /** How many messages of a kind had been sent. */
    long sent(MessageKind kind) {
        return air.stream()
                .filter(report -> report.kind() == kind)
                .mapToLong(AirReport::sent)
                .sum();
    }
}
