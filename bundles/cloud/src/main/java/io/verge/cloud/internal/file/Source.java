package io.verge.cloud.internal.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** From where files may be sent: a folder of the box's state, and how the files there are called. There are no others. */
public enum Source {
    /** The agent's log. */
    LOG("log", "verge\\.log(\\.[0-9]{1,3})?"),
    /** Files of records that could not be opened and were set aside, with their logs. */
    OUTBOX("outbox", "damaged-[0-9T]{1,20}(-[0-9]{1,4})?\\.db(-wal|-shm)?"),
    /** What was captured on this box. */
    CAPTURE("capture", "[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\.(pcap|pcapng)");

    private final String folder;
    private final Pattern names;

    Source(String folder, String names) {
        this.folder = folder;
        this.names = Pattern.compile(names);
    }

    /** Below the box's state. */
    String folder() {
        return folder;
    }

    /** Whether a file there may be sent. */
    boolean takes(String name) {
        return names.matcher(name).matches();
    }

    /** As requests name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Source> of(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word().equals(word))
                .findFirst();
    }
}
