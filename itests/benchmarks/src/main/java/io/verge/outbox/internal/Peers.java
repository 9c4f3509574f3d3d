package io.verge.outbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.paho.mqttv5.client.internal.MqttPersistentData;
import org.eclipse.paho.mqttv5.client.persist.MqttDefaultFilePersistence;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** What the outbox is compared with. */
final class Peers {
    private static final byte[] NONE = {};

    private Peers() {}

    /** Groups appended to a file and synced (fdatasync), groups a second. */
    static double rawAppends(Path folder, int octets, int seconds) throws IOException {
        Path file = folder.resolve("raw");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer group = ByteBuffer.allocate(octets);
            long count = 0;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end) {
                group.clear();
                while (group.hasRemaining()) {
                    channel.write(group);
                }
                channel.force(false);
                count++;
            }
            return count / (double) seconds;
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Paho's file a message.
     *
     * @param locked as its client does it: ClientState puts a message while it holds its queue's lock
     */
    static double pahoFiles(Path folder, int producers, boolean locked, byte[] content, int seconds) throws Exception {
        ReentrantLock lock = new ReentrantLock();
        MqttDefaultFilePersistence files = new MqttDefaultFilePersistence(folder.toString());
        files.open("paho");
        try {
            return Producers.rate(producers, seconds, content, (number, octets) -> {
                if (locked) {
                    lock.lock();
                }
                try {
                    files.put(
                            "s-" + number, new MqttPersistentData("s-" + number, octets, 0, octets.length, NONE, 0, 0));
                } finally {
                    if (locked) {
                        lock.unlock();
                    }
                }
            });
        } finally {
            files.clear();
            files.close();
        }
    }

    /** H2's MVStore, committed and synced after each group; octets that the process wrote for an octet of content. */
    static double mapStore(Path folder, int records, byte[] content, int group) throws IOException {
        Path file = folder.resolve("h2.mv");
        try (DiskWrites writes = new DiskWrites()) {
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .open();
            MVMap<Long, byte[]> map = store.openMap("telemetry");
            for (long i = 0; i < records; i++) {
                map.append(i, content.clone());
                if (i % group == group - 1) {
                    store.commit();
                    store.sync();
                }
            }
            for (long i = 0; i < records; i++) {
                map.remove(i);
                if (i % group == group - 1) {
                    store.commit();
                    store.sync();
                }
            }
            store.close();
            return writes.octets() / ((double) records * content.length);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
