package io.verge.diagnostics.internal;

import io.verge.api.disk.Disk;
import io.verge.api.time.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time against which a certificate is judged: that of the clock, and never before the last time that was sure. So a box whose
 * clock stands at 1970 after a power cut neither takes a certificate that had ended before, nor keeps everybody out. Any thread.
 */
final class SureTime {
    private static final Logger LOG = LoggerFactory.getLogger(SureTime.class);
    /** Certificates ask for no more. */
    private static final Duration SURE = Duration.ofMinutes(1);

    private static final Duration KEPT_EVERY = Duration.ofHours(1);
    private static final int LARGEST = 100;

    private final Disk disk;
    private final Path file;
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    /** As it was kept. */
    SureTime(Disk disk, Path file, Clock clock) {
        this.disk = disk;
        this.file = file;
        this.clock = clock;
        try {
            last = Instant.parse(new String(disk.read(file, LARGEST), StandardCharsets.US_ASCII).strip());
        } catch (NoSuchFileException e) {
            LOG.debug("no sure time was kept yet");
        } catch (IOException | DateTimeException e) {
            LOG.warn("the last sure time cannot be read: {}", e.getMessage());
        }
    }

    /** It was at least so late: a certificate of the box itself was made then. */
    synchronized void atLeast(Instant time) {
        last = time.isAfter(last) ? time : last;
    }

    synchronized Instant now() {
        Instant now = clock.now();
        return now.isAfter(last) ? now : last;
    }

    /** Whether the clock can be believed; one that shows a time before the last sure one cannot, whatever it says of itself. */
    synchronized boolean sure() {
        return clock.quality().within(SURE) && !clock.now().isBefore(last);
    }

    /** Keeps the time when it is sure and has moved on. */
    synchronized void keep() {
        Instant now = clock.now();
        if (sure() && now.isAfter(last.plus(KEPT_EVERY))) {
            last = now;
            try {
                disk.replace(file, now.toString().getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                LOG.debug("the last sure time cannot be kept", e);
            }
        }
    }
}
