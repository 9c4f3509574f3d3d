package io.verge.cloud.internal.identity;

import io.verge.api.disk.LocalDisk;
import io.verge.api.time.Clock;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.CloudSession;
import io.verge.profile.Profiles;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** What looks after the certificate of a box, without a framework. */
public final class LightIdentity {
    private LightIdentity() {}

    /** One that throws no dice, so that it asks as soon as it may. */
    public static IdentityService start(Profiles profiles, Clock clock, Stages stages) {
        AtomicLong drawn = new AtomicLong();
        RandomGenerator least = drawn::incrementAndGet;
        return new IdentityService(profiles, clock, stages, new LocalDisk(), least);
    }

    /** The session is there. */
    public static void connect(IdentityService identity, CloudSession session) {
        identity.credentials = session;
        identity.publisher = session;
        session.changed();
    }

    /** Ends it. */
    public static void stop(IdentityService identity) {
        identity.close();
    }

    /** What a box asks with. */
    public static Outbound petition(Identity present, Identity waiting) throws GeneralSecurityException {
        return Petition.of("request", "a1", present, waiting, Duration.ofMinutes(1));
    }
}
