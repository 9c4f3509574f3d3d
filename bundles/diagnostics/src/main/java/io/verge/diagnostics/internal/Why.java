package io.verge.diagnostics.internal;

import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.device.Device;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.profile.Problem;
import io.verge.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Walks from a name to the cause: a device or app that runs says itself what is wrong; one that does not run is looked up in
 * the profile and among the components of Declarative Services, from an unsatisfied reference to the component that should
 * offer the service, and so on, to a configuration error, a device's fault or a bundle that is not there.
 */
final class Why {
    private static final String PROFILE_REMEDY =
            "correct the profile, try it with `verge config check FILE`, then `verge config apply FILE`";
    /** Where blocks are: those of devices and apps, and those that stand by themselves. */
    private static final List<String> SECTIONS = List.of("devices.", "apps.", "");

    /** What no device can give. */
    private static final Set<String> OF_THE_MAP = Set.of("no-map", "no-crosswalks", "no-signal-groups");

    private static final int MOST_PROBLEMS = 5;

    private final Parts parts;
    private final BundleContext context;
    private final Components components;
    private final Blocks blocks;

    Why(Parts parts, BundleContext context, Components components, Blocks blocks) {
        this.parts = parts;
        this.context = context;
        this.components = components;
        this.blocks = blocks;
    }

    /**
     * The cause in a chain of sentences, and a remedy.
     *
     * @param name of a device, an app, a bundle, a component or a service interface
     * @return empty when nothing here has this name
     */
    Optional<Answer> about(String name) {
        Optional<Device> device = parts.device(name);
        if (device.isPresent()) {
            return Optional.of(
                    ofStatus("device " + name, name, parts.status(device.get()).status()));
        }
        Optional<AppReport> app = parts.apps().map(Apps::apps).orElse(List.of()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (app.isPresent()) {
            return Optional.of(ofApp(app.get()));
        }
        return ofProfile(name)
                .or(() -> components.about(name))
                .or(() -> ofBlock(name))
                .or(() -> ofBundle(name))
                .or(() -> ofProfileNotInForce(name));
    }

    private static Answer ofStatus(String subject, String name, Status status) {
        Trouble trouble = status.trouble();
        String since = " since " + status.since();
        if (trouble == null) {
            boolean works = status.works();
            String remedy = works ? "" : status.state() == State.STARTING ? "wait a few seconds, then ask again" : "";
            return new Answer(name, works, List.of(subject + " is " + status.state() + since), remedy);
        }
        return new Answer(
                name,
                status.works(),
                List.of(subject + " is " + status.state() + since, trouble.cause()),
                trouble.remedy());
    }

    /** An app that lacks an input is followed to the devices that should give it. */
    private Answer ofApp(AppReport app) {
        Answer own = ofStatus("app " + app.name(), app.name(), app.status());
        Trouble trouble = app.status().trouble();
        if (trouble == null || !trouble.code().startsWith("no-") || OF_THE_MAP.contains(trouble.code())) {
            return own;
        }
        List<String> chain = new ArrayList<>(own.chain());
        List<String> remedies = new ArrayList<>();
        for (Device device : parts.devices()) {
            Status status = parts.status(device).status();
            Trouble fault = status.trouble();
            if (!status.works() && fault != null) {
                chain.add("device " + device.id() + " is " + status.state() + ": " + fault.cause());
                remedies.add(device.id() + ": " + fault.remedy());
            }
        }
        return new Answer(app.name(), false, chain, remedies.isEmpty() ? own.remedy() : String.join("; ", remedies));
    }

    /** A block of the profile that is wrong. */
    private Optional<Answer> ofProfile(String name) {
        List<Problem> problems = parts.profiles().map(Profiles::problems).orElse(List.of());
        List<String> mine = problems.stream()
                .filter(problem -> isOfBlock(problem.key(), name))
                .map(Problem::toString)
                .toList();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        List<String> chain = new ArrayList<>();
        chain.add(name + " does not run, since the profile is wrong and was not applied");
        chain.addAll(mine);
        return Optional.of(new Answer(name, false, chain, PROFILE_REMEDY));
    }

    private static boolean isOfBlock(String key, String name) {
        return SECTIONS.stream()
                .map(section -> section + name)
                .anyMatch(block -> key.equals(block) || key.startsWith(block + ".") || key.startsWith(block + "["));
    }

    /** A block that is right, in a profile that was not applied because of another. */
    private Optional<Answer> ofProfileNotInForce(String name) {
        List<Problem> problems = parts.profiles().map(Profiles::problems).orElse(List.of());
        String text = parts.profiles().map(Profiles::text).orElse("");
        Pattern block = Pattern.compile("^\\s*[\"']?" + Pattern.quote(name) + "[\"']?\\s*:", Pattern.MULTILINE);
        if (problems.isEmpty() || !block.matcher(text).find()) {
            return Optional.empty();
        }
        List<String> chain = new ArrayList<>();
        chain.add(name + " is in the profile, which was not applied, since something else in it is wrong");
        problems.stream().limit(MOST_PROBLEMS).map(Problem::toString).forEach(chain::add);
        return Optional.of(new Answer(name, false, chain, PROFILE_REMEDY));
    }

    /** A block whose component nobody offers now: its bundle, which has the PID's name, is stopped or not there. */
    private Optional<Answer> ofBlock(String name) {
        return blocks.typeOf(name).map(type -> {
            String first = name + " is in the profile, and bundle " + type + " should run it";
            Optional<Answer> bundle = ofBundle(type);
            if (bundle.isEmpty()) {
                return new Answer(
                        name,
                        false,
                        List.of(first, "there is no bundle " + type),
                        "install it with `verge bundle install JAR`");
            }
            List<String> chain = new ArrayList<>(List.of(first));
            chain.addAll(bundle.get().chain());
            return new Answer(name, false, chain, bundle.get().remedy());
        });
    }

    private Optional<Answer> ofBundle(String name) {
        for (Bundle bundle : context.getBundles()) {
            String symbolic = bundle.getSymbolicName();
            if (name.equals(symbolic) || name.equals(symbolic + "@" + bundle.getVersion())) {
                boolean active = bundle.getState() == Bundle.ACTIVE;
                List<String> chain = new ArrayList<>();
                chain.add("bundle " + name + " " + bundle.getVersion() + " is " + (active ? "active" : "not active"));
                List<Answer> inside = components.of(bundle);
                boolean works = active && inside.stream().allMatch(Answer::works);
                inside.stream().filter(one -> !one.works()).forEach(one -> chain.addAll(one.chain()));
                String remedy = active
                        ? inside.stream()
                                .map(Answer::remedy)
                                .filter(text -> !text.isEmpty())
                                .findFirst()
                                .orElse("")
                        : "start it with `verge bundle start " + name + "`, and see `verge logs` when it does not";
                return Optional.of(new Answer(name, works, chain, works ? "" : remedy));
            }
        }
        return Optional.empty();
    }
}
