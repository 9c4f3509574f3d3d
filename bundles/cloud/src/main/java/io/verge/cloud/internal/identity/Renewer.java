package io.verge.cloud.internal.identity;

import io.verge.api.cloud.IdentityReport;
import io.verge.api.disk.Disk;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.Subject;
import io.verge.cloud.internal.session.Credentials;
import io.verge.cloud.internal.session.Credentials.Standing;
import io.verge.cloud.internal.session.Credentials.Terms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the certificate of the box from ending: asks for another in time, takes it when it is right, and goes back when the broker does not
 * take it. What has to outlive a restart is in {@link IdentityFiles}. One thread, but for {@link #count}.
 */
final class Renewer {
    /** A profile that does not take the name is tried again after this. */
    private static final Duration NAME_AGAIN = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Renewer.class);

    private final Clock clock;
    private final RandomGenerator random;
    private final Disk disk;
    private final Credentials session;
    private final Surroundings around;
    private final Troubles troubles = new Troubles();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong renewed = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();

    /** Null while there is none, or it cannot be read. */
    private @Nullable Use use;

    /** What was said last of disks, and of certificates that came. */
    private String failing = "";

    private String rejecting = "";

    /** What comes of it elsewhere. */
    interface Surroundings {
        /**
         * Asks the authority.
         *
         * @param expiry after which it is asked again
         * @return false when there is no session
         * @throws IOException when a key is of a kind that cannot ask
         */
        boolean ask(String id, Identity present, Identity waiting, Duration expiry) throws IOException;

        /** Writes into the trail. */
        void note(String what, String box, String outcome, String detail);

        /** Writes the name of the box into its profile, or logs why that cannot be. */
        void name(Subject subject);
    }

    /** An identity in use; valid until its file holds another. */
    private static final class Use {
        private final IdentityFiles files;
        private final Identity identity;
        private final Asking asking;
        private @Nullable Trial trial;
        private boolean wentBack;
        private long nextName;

        Use(IdentityFiles files, Identity identity, Asking asking, @Nullable Trial trial, long now) {
            this.files = files;
            this.identity = identity;
            this.asking = asking;
            this.trial = trial;
            this.nextName = now;
        }
    }

    Renewer(Clock clock, RandomGenerator random, Disk disk, Credentials session, Surroundings around) {
        this.clock = clock;
        this.random = random;
        this.disk = disk;
        this.session = session;
        this.around = around;
    }

    /** Does what is due. */
    void tick() {
        Terms terms = session.terms().orElse(null);
        Path file = terms == null ? null : terms.tls().identity();
        if (terms == null || file == null) {
            use = null;
            session.tell(null, null);
            return;
        }
        try {
            tell(look(present(terms, file), terms));
            failing = "";
        } catch (IOException e) {
            failed(e);
        }
    }

    /** What is in use now, which a person may have replaced. */
    private Use present(Terms terms, Path file) throws IOException {
        Use before = use;
        if (before == null || !before.files.isOf(terms.tls())) {
            IdentityFiles files = new IdentityFiles(disk, terms.tls(), file);
            Identity identity = files.present();
            files.finish(identity);
            return begin(files, identity, files.isOnTrial() ? Trial.found() : null);
        }
        Identity identity = before.files.present();
        if (identity.equals(before.identity)) {
            return before;
        }
        before.files.finish(identity);
        Use other = begin(before.files, identity, before.files.isOnTrial() ? new Trial(session.standing()) : null);
        session.changed();
        return other;
    }

    private Use begin(IdentityFiles files, Identity identity, @Nullable Trial trial) {
        boolean isClaim = identity.subject().isClaim();
        Use made = new Use(files, identity, Asking.of(isClaim, clock, random), trial, clock.nanoTime());
        use = made;
        return made;
    }

    /** Does what is due, and gives what is in use then. */
    private Use look(Use found, Terms terms) throws IOException {
        Trial trial = found.trial;
        Use now = trial == null ? found : judge(found, trial);
        if (now.trial == null && terms.renews() && now.asking.isDue() && wantsAnother(now)) {
            ask(now);
        }
        name(now, terms);
        return now;
    }

    private void name(Use now, Terms terms) {
        Subject subject = now.identity.subject();
        boolean isNamed = !subject.box().isEmpty() && !subject.isClaim();
        if (isNamed && Subject.isNoName(terms.box()) && clock.nanoTime() - now.nextName >= 0) {
            now.nextName = clock.nanoTime() + NAME_AGAIN.toNanos();
            around.name(subject);
        }
    }

    private boolean wantsAnother(Use now) {
        Life life = Life.of(now.identity.certificate());
        Instant time = session.time();
        return !life.isOver(time) && (now.identity.subject().isClaim() || life.isDue(time));
    }

    private void ask(Use now) throws IOException {
        if (!session.standing().stands()) {
            return;
        }
        Optional<Identity> before = now.files.waiting();
        Identity waiting = before.isPresent()
                ? before.get()
                : now.files.ask(now.identity.certificate().getSubjectX500Principal(), session.time());
        String id = Long.toHexString(random.nextLong());
        if (around.ask(id, now.identity, waiting, now.asking.asks(id))) {
            asked.incrementAndGet();
        }
    }

    private Use judge(Use now, Trial trial) throws IOException {
        Standing standing = session.standing();
        if (trial.isWon(standing)) {
            now.files.proven();
            now.trial = null;
            LOG.info("the broker takes the renewed certificate of the box");
            return now;
        }
        return trial.isLost(standing) ? goBack(now) : now;
    }

    /** To a claim there is no way back: it has served. */
    private Use goBack(Use now) throws IOException {
        Optional<Identity> before = now.files.previous();
        if (before.isEmpty()
                || before.get().subject().isClaim()
                || Life.of(before.get().certificate()).isOver(session.time())) {
            return now;
        }
        now.files.goBack(before.get());
        Use old = begin(now.files, now.files.present(), null);
        old.wentBack = true;
        old.asking.later();
        String why = "the broker did not take the renewed certificate";
        LOG.warn("{}: the one before is in use again", why);
        around.note("identity.reverted", old.identity.subject().box(), "failed", why);
        session.changed();
        return old;
    }

    /** An answer has come, from whomever. */
    void take(ByteBuffer content) {
        Use now = use;
        Terms terms = session.terms().orElse(null);
        if (now == null || terms == null) {
            return;
        }
        try {
            Answer answer = Answer.read(content);
            if (answer instanceof Answer.Granted granted) {
                take(now, terms, granted.chain());
            } else if (answer instanceof Answer.Refused refused && now.asking.refused(refused)) {
                LOG.warn("the authority gives the box no certificate ({}): {}", refused.code(), refused.why());
            }
        } catch (RefusedException e) {
            rejected(e);
        } catch (IOException e) {
            failed(e);
        }
        tick();
    }

    private void take(Use now, Terms terms, List<X509Certificate> chain) throws IOException, RefusedException {
        Optional<Identity> waiting = now.trial == null ? now.files.waiting() : Optional.empty();
        if (waiting.isEmpty()) {
            // The same answer once more.
            return;
        }
        new Acceptance(
                        waiting.get().certificate().getPublicKey(),
                        now.identity,
                        now.files.trusted(),
                        terms.box(),
                        session.time())
                .check(chain);
        now.files.install(new Identity(waiting.get().key(), chain.subList(0, 2)));
        Use other = begin(now.files, now.files.present(), new Trial(session.standing()));
        renewed.incrementAndGet();
        X509Certificate own = other.identity.certificate();
        String what = "serial " + own.getSerialNumber().toString(16) + ", until "
                + own.getNotAfter().toInstant();
        LOG.info("the certificate of the box is renewed: {}", what);
        around.note("identity.renewed", other.identity.subject().box(), "done", what);
        session.changed();
    }

    private void tell(Use now) {
        IdentityState state = IdentityState.of(now.identity, now.trial, now.asking, session.time());
        session.tell(
                troubles.of(state, now.identity, now.asking.said(), now.wentBack, session.time(), clock.now()),
                new IdentityReport(
                        state.word(), now.identity.certificate().getNotAfter().toInstant()));
    }

    /** Once for each reason: whoever sends one may send many. */
    private void rejected(RefusedException e) {
        rejected.incrementAndGet();
        if (!e.getMessage().equals(rejecting)) {
            LOG.warn("a certificate that came is not taken: {}", e.getMessage());
        }
        rejecting = e.getMessage();
    }

    /** Once for each kind of failure. */
    private void failed(IOException e) {
        String what = String.valueOf(e.getMessage());
        if (!what.equals(failing)) {
            LOG.warn("the identity of the box cannot be looked after: {}", what);
        }
        failing = what;
    }

    /** Adds the figures since the start. Any thread. */
    void count(Map<String, Long> counters) {
        counters.put("identityAsked", asked.get());
        counters.put("identityRenewed", renewed.get());
        counters.put("identityRejected", rejected.get());
    }
}
