package io.verge.diagnostics.internal;

import io.verge.api.air.AirListener;
import io.verge.api.message.V2xFrame;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The newest scene and the last messages on the air, for whoever looks. */
@Component(service = {Boards.class, SceneListener.class, AirListener.class})
public final class Boards implements SceneListener, AirListener {
    private static final int MESSAGES = 64;

    private final Clock clock;
    private final AtomicReference<@Nullable Scene> scene = new AtomicReference<>();
    /** Guarded by itself; newest last. */
    private final Deque<Sent> messages = new ArrayDeque<>(MESSAGES);

    private long next;

    /** One message that went on the air, numbered from 0 up. */
    record Sent(long number, Instant time, V2xFrame frame) {}

    @Activate
    public Boards(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onScene(Scene newest) {
        scene.set(newest);
    }

    @Override
    public void sent(V2xFrame frame) {
        Instant now = clock.now();
        synchronized (messages) {
            if (messages.size() == MESSAGES) {
                messages.removeFirst();
            }
            messages.addLast(new Sent(next, now, frame));
            next++;
        }
    }

    Optional<Scene> scene() {
        return Optional.ofNullable(scene.get());
    }

    /** The newest messages after a known one, oldest first. */
    List<Sent> messagesSince(long after, int limit) {
        List<Sent> newest = new ArrayList<>();
        synchronized (messages) {
            Iterator<Sent> backwards = messages.descendingIterator();
            while (backwards.hasNext() && newest.size() < limit) {
                Sent sent = backwards.next();
                if (sent.number() <= after) {
                    break;
                }
                newest.add(sent);
            }
        }
        Collections.reverse(newest);
        return newest;
    }
}
