package io.verge.profile.internal;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.api.update.ChangeGuard;
import io.verge.profile.Problem;
import io.verge.profile.ProfileCheck;
import io.verge.profile.ProfileCheck.Result;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import io.verge.profile.Report.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the configurations of the framework those of the box's profile, which the framework property {@code verge.profile}
 * names.
 *
 * <pre>
 *             all is right ───────────────▶ applied (OK)
 * profile ──▶ wrong, something configured ─▶ nothing is touched (DEGRADED)
 *             wrong, nothing configured ───▶ the right blocks of the last good one (DEGRADED), or nothing (FAILED)
 * </pre>
 *
 * <p>It is checked again whenever bundles come, change or go. The last good one was right once, so what is wrong with it now is
 * that a bundle is missing or changed; its other blocks do not wait for that.
 */
@Component(service = Profiles.class, immediate = true)
public final class ProfileService implements Profiles {
    /** The framework property that names the profile's file. */
    static final String PLACE = "verge.profile";

    private static final Logger LOG = LoggerFactory.getLogger(ProfileService.class);

    private final Clock clock;
    private final Stage stage;
    private final BundleCatalogue bundles;
    private final ConfigurationWriter writer;
    private final @Nullable ProfileFiles files;

    /** There when updates can be made. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ChangeGuard guard;

    /** Held while a profile is judged and applied; guards what follows. */
    private final ReentrantLock lock = new ReentrantLock();

    /** What was read last; null when it could not be read, and then why. */
    private byte @Nullable [] content;

    private List<Problem> unread = List.of();
    private List<Problem> migrated = List.of();
    private final Memory memory;
    private boolean onLastGood;

    private volatile Standing standing;

    /** Applies the profile before it returns, so that what starts later finds its configuration. */
    @Activate
    public ProfileService(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference Clock clock,
            @Reference Stages stages) {
        this.clock = clock;
        String place = context.getProperty(PLACE);
        files = place == null || place.isBlank() ? null : new ProfileFiles(Path.of(place.strip()));
        memory = new Memory(files);
        writer = new ConfigurationWriter(admin);
        standing = new Standing("", Status.of(State.STARTING, clock.now()), List.of());
        stage = stages.open("profile", 1);
        bundles = new BundleCatalogue(context, this::bundlesChanged);
        lock.lock();
        try {
            bundles.open();
            reload();
        } finally {
            lock.unlock();
        }
    }

    /** The configurations stay. */
    @Deactivate
    public void close() {
        bundles.close();
        stage.close();
    }

    @Override
    public Report check(byte[] other) {
        lock.lock();
        try {
            Result result = checker().check(other, folder());
            return new Report(result.problems(), List.of(), result.migrated());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Report apply(byte[] other) {
        if (files == null) {
            return refused("the framework property " + PLACE + " is not set, so there is no place for a profile");
        }
        Optional<String> held = held();
        if (held.isPresent()) {
            return refused(held.get());
        }
        lock.lock();
        try {
            byte[] copy = other.clone();
            Report judged = check(copy);
            if (!judged.good()) {
                return judged;
            }
            files.replace(copy);
            content = copy;
            unread = List.of();
            return settle();
        } catch (IOException e) {
            return refused("the profile cannot be written to " + files.place() + ": " + ProfileText.reason(e));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<String> held() {
        ChangeGuard asked = guard;
        return asked == null ? Optional.empty() : asked.refusal();
    }

    @Override
    public Report reload() {
        lock.lock();
        try {
            Problems problems = new Problems();
            if (files == null) {
                problems.add(0, "", "the framework property " + PLACE + ", which names the profile, is not set");
            } else {
                content = files.read(problems);
            }
            unread = problems.sorted();
            return settle();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String text() {
        return standing.text();
    }

    @Override
    public Status status() {
        return standing.status();
    }

    @Override
    public List<Problem> problems() {
        return standing.problems();
    }

    /** On the stage, since a thread that installs a bundle holds locks of the framework. When full, a check is due already. */
    private void bundlesChanged() {
        stage.offer(() -> {
            lock.lock();
            try {
                settle();
            } finally {
                lock.unlock();
            }
        });
    }

    private ProfileCheck checker() {
        return new ProfileCheck(bundles.now()).remembering(memory.waysBack());
    }

    private Path folder() {
        return files == null ? Path.of("") : files.folder();
    }

    /** A profile that is in force already: a version of a driver that has gone since must not stop its device. */
    private Result judge(byte[] text) {
        return checker().tolerant().check(text, folder());
    }

    /** Judges the profile that was read last, and applies what may be applied. */
    private Report settle() {
        try {
            if (content == null) {
                return keepLast(unread);
            }
            Result result = judge(content);
            return result.good() ? put(result, content) : keepLast(result.problems());
        } catch (IOException e) {
            String reason = "the configurations cannot be stored: " + ProfileText.reason(e);
            List<Problem> problems = List.of(new Problem(0, "", reason));
            stand(problems, Status.of(State.DEGRADED, clock.now(), "not-stored", reason, "check the disk"));
            return new Report(problems, List.of());
        }
    }

    private Report put(Result result, byte[] text) throws IOException {
        List<Change> changes = writer.write(result.profile(), true);
        onLastGood = false;
        keepCopy(text);
        memory.keep(bundles.now().waysBack());
        List<Problem> unpinned = result.unpinned();
        stand(unpinned, unpinned.isEmpty() ? Status.of(State.OK, clock.now()) : unpinned(unpinned));
        if (!migrated.equals(result.migrated())) {
            migrated = result.migrated();
            migrated.forEach(one -> LOG.info("{}", one.in(file())));
        }
        tell(changes);
        return new Report(List.of(), changes, migrated);
    }

    private Report keepLast(List<Problem> problems) throws IOException {
        List<Change> changes = fallBack();
        stand(problems, wrong(problems, !writer.nothingConfigured()));
        tell(changes);
        return new Report(problems, changes);
    }

    /** What is configured stays. After a restart that is nothing, and the right blocks of the last good profile are applied. */
    private List<Change> fallBack() throws IOException {
        if (files == null || !(onLastGood || writer.nothingConfigured())) {
            return List.of();
        }
        byte[] lastGood = files.lastGood();
        if (lastGood == null) {
            return List.of();
        }
        onLastGood = true;
        return writer.write(judge(lastGood).profile(), false);
    }

    private Status unpinned(List<Problem> notes) {
        String remedy =
                "install that version beside the other, or take it out of the profile; until then the other serves";
        return Status.of(State.DEGRADED, clock.now(), "no-version", cause(notes), remedy);
    }

    private String cause(List<Problem> problems) {
        String first = problems.isEmpty() ? "" : problems.get(0).in(file());
        return problems.size() > 1 ? first + "; and " + (problems.size() - 1) + " more" : first;
    }

    private Status wrong(List<Problem> problems, boolean something) {
        boolean unreadable = content == null;
        String cause = cause(problems);
        String until = something ? "the last good profile stays in force" : "nothing is configured";
        return Status.of(
                something ? State.DEGRADED : State.FAILED,
                clock.now(),
                unreadable ? "no-profile" : "bad-profile",
                cause,
                (unreadable ? "apply a profile" : "correct the profile and apply it") + "; until then " + until);
    }

    private void stand(List<Problem> problems, Status status) {
        Standing before = standing;
        String text = content == null ? "" : new String(content, StandardCharsets.UTF_8);
        boolean same =
                before.status().state() == status.state() && before.problems().equals(problems);
        standing = new Standing(text, same ? before.status() : status, problems);
        if (!same) {
            problems.forEach(problem -> LOG.warn("{}", problem.in(file())));
        }
    }

    private String file() {
        return files == null ? "profile" : files.place().toString();
    }

    /** A box that cannot keep a copy works; it only has none to fall back to. */
    private void keepCopy(byte[] text) {
        try {
            if (files != null) {
                files.keepLastGood(text);
            }
        } catch (IOException e) {
            LOG.warn("no copy of the profile could be kept beside it: {}", ProfileText.reason(e));
        }
    }

    private static void tell(List<Change> changes) {
        if (!changes.isEmpty()) {
            String told = changes.stream()
                    .map(change -> change.kind().name().toLowerCase(Locale.ROOT) + " " + change.pid())
                    .collect(Collectors.joining(", "));
            LOG.info("the profile changed {} configurations: {}", changes.size(), told);
        }
    }

    private static Report refused(String reason) {
        return new Report(List.of(new Problem(0, "", reason)), List.of());
    }

    /** What others see. */
    private record Standing(String text, Status status, List<Problem> problems) {}
}
