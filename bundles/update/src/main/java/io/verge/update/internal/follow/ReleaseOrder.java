package io.verge.update.internal.follow;

import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.api.update.Updates;
import java.security.SecureRandom;
import java.time.Duration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The section {@code release} of the profile. When it goes, or names another, what it wished for is given up if nothing was switched yet. */
@Component(
        service = ReleaseOrder.class,
        immediate = true,
        configurationPid = "io.verge.release",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ReleaseConfig.class)
public final class ReleaseOrder {
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration DAY = Duration.ofDays(1);

    private final Follower follower;
    private final Stage stage;
    private final Clock clock;
    private final Bundle framework;
    private long next;

    /** Returns at once. */
    @Activate
    public ReleaseOrder(
            ReleaseConfig config,
            BundleContext context,
            @Reference Updates updates,
            @Reference Clock clock,
            @Reference Stages stages) {
        Orders orders = new Orders(
                config.name().strip(),
                config.attempt(),
                config.channel().strip(),
                config.source().strip(),
                Duration.ofMinutes(config.look()));
        this.clock = clock;
        follower = new Follower(updates, new SecureRandom(), orders);
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        next = clock.nanoTime();
        stage = stages.open("release-order", 2);
        stage.every(TICK, this::turn);
    }

    private void turn() {
        if (clock.nanoTime() - next >= 0) {
            Duration wait = follower.turn();
            // Who has nothing more to do is asked again in a day, and has nothing then.
            next = clock.nanoTime() + (wait == null ? DAY : wait).toNanos();
        }
    }

    /** A box that is stopped goes on with its update when it is started again. */
    @Deactivate
    void close() {
        stage.close();
        if (framework.getState() == Bundle.ACTIVE) {
            boolean unused = follower.withdraw();
        }
    }
}
