package io.verge.cloud.internal.twin;

import io.verge.api.cloud.TwinReport;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.profile.Profiles;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The twin: makes the box what the cloud wants, by comparing what is with what is wished, whenever either may have changed. What is
 * wished is judged once a version. Any thread; one at a time.
 *
 * <p>Three documents make the profile: the box's own, over it the wish, over that what a maintainer holds (see {@link Effective}). So a
 * part that the cloud stops to wish for is the box's own again, and nothing depends on the order in which things came.
 */
final class TwinCore {
    private static final String BY_HAND = "changed on the box";

    private final ReentrantLock lock = new ReentrantLock();
    private final TwinMemory memory;
    private final Profiles profiles;
    private final Clock clock;
    private final Audit audit;
    private final Supplier<TwinSettings> settings;
    private final Trials trials;
    private final Holds holds;
    private final Reporter reporter;
    /** Waits for the end of a probation, this one's or that of an update; only the newest counts. */
    private @Nullable DesiredDocument waiting;

    /** What was compared and told last: nothing is done again while these stand. */
    private @Nullable TwinState seen;

    private @Nullable String seenText;
    private Map<String, Object> document = Map.of();
    /** Whether the profile is still to be made what it is to be: it could not be changed. */
    private boolean due;

    private volatile TwinReport report;

    TwinCore(
            TwinMemory memory,
            Profiles profiles,
            Health health,
            Clock clock,
            Audit audit,
            Supplier<TwinSettings> settings,
            Reporter.Channel channel) {
        this.memory = memory;
        this.profiles = profiles;
        this.clock = clock;
        this.audit = audit;
        this.settings = settings;
        trials = new Trials(
                memory, profiles, health, clock, audit, () -> settings.get().probation());
        holds = new Holds(memory, clock, audit);
        reporter = new Reporter(memory, clock, channel);
        report = new TwinReport(Status.of(State.STARTING, clock.now()), 0, 0, 0, List.of());
    }

    /** Goes on where it was when the agent ended, however it did. */
    void start() {
        lock.lock();
        try {
            load();
        } finally {
            lock.unlock();
        }
    }

    private void load() {
        String text = profiles.text();
        memory.load(text);
        Trial trial = memory.state().trial();
        if (trial == null) {
            return;
        }
        if (text.equals(trial.before()) || text.equals(trial.after())) {
            memory.set(memory.state().known(text));
            if (!trials.resume(trial)) {
                forget();
            }
        } else {
            forget();
        }
    }

    /** Whether an update is on probation, beside which nothing is changed. */
    private boolean isHeld() {
        return profiles.held().isPresent();
    }

    /** The profile is another, or may not be changed now: the wish is judged anew, over what is there, when it is heard again. */
    private void forget() {
        TwinState state = memory.state();
        Wish good = state.good();
        memory.set(state.trial(null)
                .judged(state.epoch(), good == null || good.epoch() != state.epoch() ? 0 : good.version()));
    }

    /** A document has come. */
    void desired(ByteBuffer content) {
        locked(() -> {
            try {
                DesiredDocument document = DesiredDocument.read(content);
                if (isNew(document.wish())) {
                    take(document);
                }
            } catch (RefusedException e) {
                passOver(0, 0, e.why());
            }
        });
    }

    /** A document has come on the topic of another box: a broker that lets it through is not set up as it should be. */
    void foreign(String topic) {
        locked(() -> passOver(0, 0, "it came on " + topic + ", which is another box's"));
    }

    /** Time goes by. */
    void tick() {
        locked(() -> {
            trials.tick();
            DesiredDocument next = waiting;
            if (next != null && memory.state().trial() == null && !isHeld()) {
                waiting = null;
                if (memory.state()
                        .isBefore(next.wish())) { // another may have been judged since, or the state been read
                    take(next);
                }
            }
            if (settings.get().central()) {
                holds.end(hold -> true, "the box is configured from the cloud alone");
            }
            holds.endOver();
        });
    }

    /** @param missed whether the cloud may have missed what was reported */
    void began(boolean missed) {
        locked(() -> {
            holds.end(hold -> !hold.safety(), "the cloud is back, and this is no matter of safety");
            reporter.began(missed);
        });
    }

    void ended() {
        locked(reporter::ended);
    }

    /** All is reported again. */
    void reportAll() {
        locked(reporter::ask);
    }

    /** As {@link io.verge.api.cloud.Twin#hold}. */
    void hold(String key, Duration time, String reason) {
        locked(() -> {
            Holds.check(key, time, reason);
            TwinState state = memory.state();
            if (settings.get().central()) {
                throw new IllegalArgumentException("the box is configured from the cloud alone (cloud: mode central)");
            }
            if (state.trial() != null) {
                throw new IllegalArgumentException("a change is on probation: hold again when it is over");
            }
            Map<String, Object> profile = Effective.readable(profiles.text());
            Object value = Keys.get(profile, key);
            Wish good = state.good();
            if (value == null && (good == null || Keys.get(good.profile(), key) == null)) {
                throw new IllegalArgumentException("the profile has no " + key);
            }
            holds.put(profile, key, value, time, reason);
        });
    }

    /** As {@link io.verge.api.cloud.Twin#release}. */
    void release(String key) {
        locked(() -> holds.end(hold -> hold.key().equals(key), "released on the box"));
    }

    TwinReport report() {
        return report;
    }

    /** What must be so before and after everything: changes on the box are known, and what is wished is in force. */
    private void locked(Runnable work) {
        lock.lock();
        try {
            if (!memory.isLoaded()) {
                load();
            }
            absorb();
            try {
                work.run();
            } finally {
                settle();
            }
        } finally {
            lock.unlock();
        }
    }

    private void settle() {
        boolean isDue = due || !memory.state().equals(seen) || !profiles.text().equals(seenText);
        due = isDue && isHeld();
        if (isDue && !due) {
            reconcile();
        }
        memory.save();
        tell();
        seen = memory.state();
        seenText = profiles.text();
    }

    private boolean isNew(Wish wish) {
        TwinState state = memory.state();
        if (wish.epoch() < state.epoch()) {
            passOver(
                    wish.epoch(),
                    wish.version(),
                    "it is of epoch " + wish.epoch() + ", and " + state.epoch() + " has begun");
            return false;
        }
        if (wish.epoch() == state.epoch() && wish.version() < state.judged()) {
            passOver(wish.epoch(), wish.version(), "it is older than version " + state.judged() + ", which was judged");
            return false;
        }
        return state.isBefore(wish);
    }

    private void passOver(long epoch, long version, String why) {
        Refusal refusal = new Refusal(epoch, version, clock.now(), why, Map.of());
        Refusal before = memory.state().unread();
        if (before == null || !before.says(refusal)) {
            memory.set(memory.state().unread(refusal));
            audit.note("desired-refused", Map.of("epoch", epoch, "version", version, "why", why));
        }
    }

    /** A new document: now, or when what is on probation has been judged. */
    private void take(DesiredDocument document) {
        Wish wish = document.wish();
        try {
            document.checkTime(clock);
            checkBox(wish);
        } catch (RefusedException e) {
            passOver(wish.epoch(), wish.version(), e.why());
            return;
        }
        if (memory.state().trial() != null || isHeld()) {
            waiting = document;
            return;
        }
        TwinState before = memory.state();
        holds.end(hold -> !hold.safety(), "the cloud has spoken, and this is no matter of safety");
        memory.set(memory.state().judged(wish.epoch(), wish.version()).unread(null));
        Map<String, Object> unheld =
                Effective.profile(Effective.readable(memory.state().local()), wish, Set.of(), List.of());
        if (memory.save() && !trials.right(wish, unheld)) {
            return;
        }
        if (memory.trouble() != null || !put(wish, Set.of())) {
            memory.set(before);
            waiting = document; // until the disk takes it
        }
    }

    /** What is in force already is kept without a call. */
    private boolean put(Wish wish, Set<String> leftOut) {
        TwinState state = memory.state();
        Map<String, Object> target = Effective.profile(Effective.readable(state.local()), wish, leftOut, state.holds());
        if (!target.equals(Effective.readable(profiles.text()))) {
            return trials.begin(wish, target);
        }
        if (!wish.equals(state.good())) {
            trials.keep(wish);
        }
        return true;
    }

    /** A document that says who it is for must be for this box. */
    private void checkBox(Wish wish) throws RefusedException {
        Map<String, Object> own = Effective.readable(profiles.text());
        for (String key : new String[] {"box.id", "box.tenant"}) {
            Object said = Keys.get(wish.profile(), key);
            if (said != null && !said.equals(Keys.get(own, key))) {
                throw new RefusedException(key + ": the document is for " + said + ", which this is not");
            }
        }
    }

    /** Takes up what was changed on the box by others than the twin. A profile that is wrong is not in force, so it waits. */
    private void absorb() {
        TwinState state = memory.state();
        String text = profiles.text();
        if (text.equals(state.known()) || !profiles.problems().isEmpty()) {
            return;
        }
        Map<String, Object> profile = Effective.readable(text);
        Set<String> changed = Keys.differing(Effective.readable(state.known()), profile);
        memory.set(state.known(text));
        if (settings.get().central() && state.good() != null) {
            audit.note("change-undone", Map.of("keys", changed, "why", "the box is configured from the cloud alone"));
            return;
        }
        String local = text;
        if (state.good() != null || state.trial() != null) {
            local = Effective.write(changed(Effective.readable(state.local()), profile, changed));
            changed.stream().filter(key -> disputed(profile, key)).forEach(key -> holdChanged(profile, key));
        }
        memory.set(memory.state().local(local));
    }

    private static Map<String, Object> changed(
            Map<String, Object> local, Map<String, Object> profile, Set<String> changed) {
        Map<String, Object> result = local;
        for (String key : changed) {
            result = Keys.with(result, key, Keys.get(profile, key));
        }
        return result;
    }

    /** Whether the cloud has, or may have tomorrow, another opinion that must wait. */
    private boolean disputed(Map<String, Object> profile, String key) {
        TwinState state = memory.state();
        Trial trial = state.trial();
        boolean wished = wishes(state.good(), key) || wishes(trial == null ? null : trial.wish(), key);
        return !Keys.OWN.contains(Keys.section(key)) && (wished || SafetyKeys.contains(profile, key));
    }

    private static boolean wishes(@Nullable Wish wish, String key) {
        return wish != null && Keys.of(wish.profile()).containsKey(key);
    }

    private void holdChanged(Map<String, Object> profile, String key) {
        holds.put(profile, key, Keys.get(profile, key), settings.get().hold(), BY_HAND);
    }

    /** Makes the profile what it is to be, unless it is on probation or somebody is at work on it. */
    private void reconcile() {
        TwinState state = memory.state();
        Wish good = state.good();
        if (good != null && state.trial() == null && profiles.text().equals(state.known())) {
            put(good, state.refused().keySet());
        }
    }

    private void tell() {
        TwinState state = memory.state();
        Wish good = state.good();
        Status status = status(state);
        if (!state.equals(seen)
                || !status.equals(report.status())
                || !profiles.text().equals(seenText)) {
            report = new TwinReport(
                    status, state.epoch(), state.judged(), good == null ? 0 : good.version(), KeyReports.of(state));
            document = ReportedDocument.of(report, state.unread(), Effective.readable(profiles.text()));
        }
        reporter.tell(document);
    }

    private Status status(TwinState state) {
        Trouble trouble = TwinTrouble.of(memory.trouble(), state);
        Status before = report.status();
        State now = trouble == null ? State.OK : State.DEGRADED;
        boolean same = before.state() == now && Objects.equals(before.trouble(), trouble);
        return same ? before : new Status(now, clock.now(), trouble);
    }
}
