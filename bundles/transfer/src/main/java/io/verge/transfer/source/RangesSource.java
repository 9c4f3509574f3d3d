package io.verge.transfer.source;

import io.verge.api.cloud.RangeException;
import io.verge.api.cloud.Ranges;
import io.verge.api.cloud.Ranges.Part;
import io.verge.transfer.Names;
import io.verge.transfer.Source;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files that the cloud has, in parts over the MQTT session. One request is under way at a time: a weak link is not shared. */
public final class RangesSource implements Source {
    /** Above the time after which the session itself gives a request up. */
    private static final long PATIENCE_SECONDS = 120;

    private final Supplier<Optional<Ranges>> ranges;
    private final String folder;

    /**
     * Asks for nothing yet.
     *
     * @param ranges empty while there is no part of the agent that speaks with the cloud
     * @param folder before the paths of files, such as {@code releases/targets/}; may be empty
     */
    public RangesSource(Supplier<Optional<Ranges>> ranges, String folder) {
        this.ranges = ranges;
        this.folder = folder;
    }

    @Override
    public InputStream range(String path, long from, long to) throws SourceException {
        if (!Names.isSound(folder + path)) {
            throw SourceException.of(Kind.ABSENT, "that is no name of a file in the cloud");
        }
        return new PartStream(from, to, (begin, end) -> ask(folder + path, begin, end));
    }

    private byte[] ask(String path, long from, long to) throws SourceException {
        Ranges service = ranges.get()
                .orElseThrow(() ->
                        SourceException.of(Kind.BROKEN, "this box has no session with a cloud: see `verge cloud`"));
        try {
            Part part = service.range(path, from, Math.min(to, from + Ranges.MOST))
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            byte[] octets = new byte[part.content().remaining()];
            part.content().get(octets);
            return octets;
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        } catch (TimeoutException e) {
            throw SourceException.of(Kind.BROKEN, "the cloud has not answered in " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SourceException.of(Kind.BROKEN, "the agent is being stopped");
        }
    }

    private static SourceException refusal(@Nullable Throwable cause) {
        if (!(cause instanceof RangeException range)) {
            return SourceException.of(Kind.BROKEN, "the session has failed: " + cause);
        }
        String message = "the cloud: " + range.getMessage();
        return switch (range.code()) {
            case 404, 410 -> SourceException.of(Kind.ABSENT, message);
            case 401, 403 -> SourceException.of(Kind.REFUSED, message);
            case 409 -> SourceException.of(Kind.CHANGED, message);
            case 429 -> SourceException.busy(message, null);
            default -> SourceException.of(Kind.BROKEN, message);
        };
    }
}
