package io.verge.cloud.internal.identity;

import io.verge.api.audit.Act;
import io.verge.api.audit.Audit;
import io.verge.api.cloud.IdentityReport;
import io.verge.api.disk.Disk;
import io.verge.api.disk.LocalDisk;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.Subject;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.session.Credentials;
import io.verge.cloud.internal.session.Publisher;
import io.verge.cloud.internal.session.Router;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics {@code identity/…}, on a thread of its own, where keys are made and files are read. It lives without a session; what it waits
 * for goes on with the next.
 */
@Component(service = Router.class, immediate = true)
public final class IdentityService implements Router {
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 8;
    /** Petitions wait no longer than this at the broker. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final String AGENT = "agent";
    private static final Logger LOG = LoggerFactory.getLogger(IdentityService.class);

    private final Profiles profiles;
    private final Stage stage;
    private final Renewer renewer;
    private volatile @Nullable Topics topics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Credentials credentials;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Publisher publisher;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Audit audit;

    @Activate
    public IdentityService(@Reference Profiles profiles, @Reference Clock clock, @Reference Stages stages) {
        this(
                profiles,
                clock,
                stages,
                new LocalDisk(),
                new SplittableRandom(clock.nanoTime() + clock.now().toEpochMilli()));
    }

    IdentityService(Profiles profiles, Clock clock, Stages stages, Disk disk, RandomGenerator random) {
        this.profiles = profiles;
        renewer = new Renewer(clock, random, disk, new Session(clock), new Around());
        stage = stages.open("identity", MOST_WAITING);
        stage.every(TICK, renewer::tick);
    }

    @Deactivate
    void close() {
        stage.close();
    }

    @Override
    public List<String> filters(Topics own) {
        topics = own;
        Credentials present = credentials;
        return present == null || present.terms().isEmpty() ? List.of() : List.of(own.identityCertificate());
    }

    /** A broker whose rules are of before there was this takes the box all the same. */
    @Override
    public boolean needed() {
        return false;
    }

    @Override
    public boolean claims() {
        return true;
    }

    @Override
    public void began(Topics own, boolean resumed) {
        topics = own;
        stage.offer(renewer::tick);
    }

    @Override
    public void route(Inbound message) {
        Topics own = topics;
        if (own != null && message.topic().equals(own.identityCertificate())) {
            ByteBuffer content = message.content();
            stage.offer(() -> renewer.take(content));
        }
    }

    @Override
    public void count(Map<String, Long> counters) {
        renewer.count(counters);
    }

    private final class Around implements Renewer.Surroundings {
        @Override
        public boolean ask(String id, Identity present, Identity waiting, Duration expiry) throws IOException {
            Publisher out = publisher;
            Topics own = topics;
            Duration kept = expiry.compareTo(KEPT) < 0 ? expiry : KEPT;
            try {
                return out != null
                        && own != null
                        && out.publish(Petition.of(own.identityRequest(), id, present, waiting, kept));
            } catch (GeneralSecurityException e) {
                throw new IOException("a key of the box cannot ask, since it is not on P-256: " + e.getMessage(), e);
            }
        }

        @Override
        public void note(String what, String box, String outcome, String detail) {
            Audit trail = audit;
            if (trail != null) {
                trail.note(new Act(AGENT, AGENT, "", what, box, outcome, detail));
            }
        }

        @Override
        public void name(Subject subject) {
            try {
                Report report = profiles.apply(BoxName.in(profiles.text(), subject));
                if (report.good()) {
                    LOG.info("the box is called {} now, as its certificate does", subject.box());
                    note("box.name", subject.box(), "done", "by its certificate");
                } else {
                    LOG.warn("the profile does not take the name {}: {}", subject.box(), report.problems());
                }
            } catch (IllegalArgumentException e) {
                LOG.warn("the profile does not take the name {}: {}", subject.box(), e.getMessage());
            }
        }
    }

    /** The session that is there, or none. */
    private final class Session implements Credentials {
        private final Clock clock;

        Session(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Optional<Terms> terms() {
            Credentials present = credentials;
            return present == null ? Optional.empty() : present.terms();
        }

        @Override
        public Instant time() {
            Credentials present = credentials;
            return present == null ? clock.now() : present.time();
        }

        @Override
        public Standing standing() {
            Credentials present = credentials;
            return present == null ? new Standing(0, false, 0) : present.standing();
        }

        @Override
        public void changed() {
            Credentials present = credentials;
            if (present != null) {
                present.changed();
            }
        }

        @Override
        public void tell(@Nullable Status trouble, @Nullable IdentityReport report) {
            Credentials present = credentials;
            if (present != null) {
                present.tell(trouble, report);
            }
        }
    }
}
