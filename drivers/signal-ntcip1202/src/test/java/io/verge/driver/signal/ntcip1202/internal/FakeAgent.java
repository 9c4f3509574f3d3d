package io.verge.driver.signal.ntcip1202.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A controller's agent that holds numbers. Objects that were never given are 0. */
final class FakeAgent implements Agent {
    final Map<String, Integer> values = new ConcurrentHashMap<>();
    final List<String> writes = new CopyOnWriteArrayList<>();
    final List<Integer> requests = new CopyOnWriteArrayList<>();
    volatile int most = 100;
    volatile String refused = "";
    volatile boolean silent;
    volatile boolean closed;

    @Override
    public int[] get(List<String> oids) throws IOException {
        requests.add(oids.size());
        answer();
        if (oids.contains(refused)) {
            throw new IOException("no such name");
        }
        if (oids.size() > most) {
            throw new TooBigException("too great");
        }
        List<Integer> found = new ArrayList<>();
        oids.forEach(oid -> found.add(values.getOrDefault(oid, 0)));
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void set(String oid, int value) throws IOException {
        answer();
        writes.add(oid + " = " + value);
        values.put(oid, value);
    }

    private void answer() throws IOException {
        if (silent || closed) {
            throw new SilentException("the controller does not answer");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
