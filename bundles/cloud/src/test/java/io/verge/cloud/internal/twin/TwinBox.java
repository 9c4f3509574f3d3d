package io.verge.cloud.internal.twin;

import io.verge.api.cloud.TwinReport;
import io.verge.api.cloud.TwinReport.Outcome;
import io.verge.api.disk.Disk;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.cloud.internal.tree.MergePatch;
import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A box with a twin, whose disk, time, profile, devices and cloud belong to the test. */
final class TwinBox {
    static final Path FILE = Path.of("/state/twin.json");
    static final String PROFILE =
            """
            # as it was installed
            box: {id: wuhan-0417, tenant: wuhan, latitude: 30.5, longitude: 114.3}
            cloud: {broker: "mqtts://mqtt.example:8883"}
            perception: {age: 500}
            devices:
              radar-ne: {driver: radar-ti-mmwave, port: /dev/ttyUSB1}
              signal: {driver: signal-tscbm, listen: 6053}
              rsu: {driver: radio-rsu41, power: 20, address: "10.0.0.7:1516"}
            apps: {signal-phase: {}, sensor-sharing: {rate: 10}}
            """;

    final ManualClock clock = ManualClock.standing();
    final Disk disk;
    final FakeProfiles profiles = new FakeProfiles(PROFILE);
    final SortedMap<String, Status> health = new TreeMap<>();
    final List<Map<String, Object>> told = new ArrayList<>();
    final List<String> audit = new ArrayList<>();
    private final List<Runnable> arrivals = new ArrayList<>();
    boolean central;
    boolean reachable = true;
    TwinCore twin;

    TwinBox() {
        this(new FaultyDisk(new Random(1)));
    }

    TwinBox(Disk disk) {
        this.disk = disk;
        for (String key : List.of(
                "devices.radar-ne", "devices.signal", "devices.rsu", "apps.signal-phase", "apps.sensor-sharing")) {
            is(key, State.OK);
        }
        twin = start();
    }

    /** Another process begins on the same disk. */
    TwinCore start() {
        TwinMemory memory = new TwinMemory(new TwinStore(disk, FILE));
        twin = new TwinCore(
                memory,
                profiles,
                () -> health,
                clock,
                (what, details) -> audit.add(what + " " + details),
                () -> new TwinSettings(Duration.ofSeconds(30), Duration.ofHours(8), central),
                this::send);
        twin.start();
        twin.tick();
        return twin;
    }

    private boolean send(String json, Runnable arrived) {
        if (reachable) {
            told.add(object(json));
            arrivals.add(arrived);
        }
        return reachable;
    }

    private static Map<String, Object> object(String json) {
        try {
            return JsonTreeReader.of(1_000_000, 20).object(octets(json));
        } catch (JsonTreeException e) {
            throw new AssertionError(e);
        }
    }

    /** The broker has what was told. */
    void arrived() {
        arrivals.forEach(Runnable::run);
        arrivals.clear();
    }

    void is(String key, State state) {
        health.put(key, Status.of(state, clock.now(), "test", "it is " + state, "none"));
    }

    void desired(long epoch, long version, String profile) {
        desired("{'epoch':%d,'version':%d,'profile':%s}".formatted(epoch, version, profile));
    }

    void desired(String document) {
        twin.desired(octets(document.replace('\'', '"')));
    }

    /** A document that is applied and stands its probation. */
    void settled(long version, String profile) {
        desired(1, version, profile);
        passes(Duration.ofSeconds(31));
    }

    void passes(Duration time) {
        clock.advance(time);
        twin.tick();
    }

    /** Somebody applies a profile at the box. */
    void byHand(String from, String to) {
        profiles.text(profiles.text().replace(from, to));
        twin.tick();
    }

    @Nullable
    Object inForce(String key) {
        return Keys.get(Effective.read(profiles.text()), key);
    }

    TwinReport report() {
        return twin.report();
    }

    /** What is wrong; it is a fault when nothing is. */
    Trouble trouble() {
        return Objects.requireNonNull(report().status().trouble());
    }

    Outcome outcome(String key) {
        return key(key).outcome();
    }

    TwinReport.Key key(String key) {
        return report().keys().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is reported of " + key + ": " + report()));
    }

    /** What a cloud knows that has applied all that it was told. */
    Map<String, Object> cloudsView() {
        Map<String, Object> view = Map.of();
        long version = 0;
        for (Map<String, Object> message : told) {
            boolean full = Boolean.TRUE.equals(message.get("full"));
            if (!full && number(message, "base") != version) {
                throw new AssertionError("the cloud has " + version + " and is told of " + message);
            }
            view = MergePatch.apply(full ? Map.of() : view, JsonTree.map(message.get("patch")));
            version = number(message, "version");
        }
        return view;
    }

    static long number(Map<String, Object> message, String key) {
        return Long.parseLong(String.valueOf(message.get(key)));
    }

    private static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
