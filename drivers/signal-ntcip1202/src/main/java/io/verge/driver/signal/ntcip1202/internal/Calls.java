package io.verge.driver.signal.ntcip1202.internal;

import io.verge.device.SignalGroups.Source;
import io.verge.device.SignalHead;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The phases that are called. A controller forgets a call after its unitBackupTime, so calls are written again and again while
 * they are wanted. Safe for use by several threads: one write at a time.
 */
final class Calls {
    /** Of phaseControlGroupTable: vehicle and pedestrian calls of eight phases. */
    private static final String VEHICLE = "1.3.6.1.4.1.1206.4.2.1.1.5.1.6.";

    private static final String PEDESTRIAN = "1.3.6.1.4.1.1206.4.2.1.1.5.1.7.";

    private final List<Source> sources;
    /** By object, the phases that are called; an object that was never written is not there. */
    private final Map<String, Integer> called = new TreeMap<>();

    /** Writes one number. */
    @FunctionalInterface
    interface Writer {
        void set(String oid, int value) throws IOException;
    }

    Calls(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Calls the phase of a signal group, or takes the call back. A call that could not be written is not kept.
     *
     * @throws IOException when it could not be written, or the group has no phase; says which
     */
    synchronized void request(int group, boolean wanted, Writer writer) throws IOException {
        Source source = source(group);
        String oid =
                (source.head() == SignalHead.PEDESTRIAN ? PEDESTRIAN : VEHICLE) + StatusObjects.statusGroup(source);
        int before = called.getOrDefault(oid, 0);
        int bit = StatusObjects.bit(source);
        int now = wanted ? before | bit : before & ~bit;
        called.put(oid, before & ~bit);
        writer.set(oid, now);
        called.put(oid, now);
    }

    private Source source(int group) throws IOException {
        for (Source source : sources) {
            if (source.group() == group) {
                if (source.head() == SignalHead.OVERLAP) {
                    throw new IOException("signal group " + group
                            + " is an overlap, which cannot be called: call a phase" + " of it");
                }
                return source;
            }
        }
        throw new IOException("signal group " + group + " is no phase of this controller: see the keys 'groups' and"
                + " 'pedestrians'");
    }

    /** Writes all calls again. */
    synchronized void keep(Writer writer) throws IOException {
        for (Map.Entry<String, Integer> one : called.entrySet()) {
            if (one.getValue() != 0) {
                writer.set(one.getKey(), one.getValue());
            }
        }
    }

    /** Takes all calls back, as far as the controller can be reached. */
    synchronized void withdraw(Writer writer) throws IOException {
        for (Map.Entry<String, Integer> one : called.entrySet()) {
            if (one.setValue(0) != 0) {
                writer.set(one.getKey(), 0);
            }
        }
    }
}
