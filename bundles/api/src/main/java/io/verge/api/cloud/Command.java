package io.verge.api.cloud;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that the cloud can ask for, once. Registered as a service; calls come one at a time on a thread that may wait. That it runs
 * at most once, not after its expiry, and not for others than the box's own tenant has been seen to.
 */
@ConsumerType
public interface Command {
    /** Its name in the topic: 1 to 40 of {@code a-z0-9-}. */
    String name();

    /**
     * Does it.
     *
     * @param request JSON in UTF-8, at most 64 KiB; empty when there is none
     * @param progress takes how far it is, if that is worth telling; 0 to 100
     * @return the final answer
     */
    Answer run(ByteBuffer request, Consumer<Integer> progress);

    /**
     * The final answer.
     *
     * @param code as in HTTP: 200 done, 400 a bad request, 404 no such thing, 409 not in this state, 422 refused by the rules, 500 failed
     * @param content JSON
     */
    record Answer(int code, String content) {}
}
