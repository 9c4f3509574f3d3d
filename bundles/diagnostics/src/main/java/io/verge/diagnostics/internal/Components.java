package io.verge.diagnostics.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** The components of Declarative Services and what they wait for. */
final class Components {
    private static final int LINKS = 12;

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** By the name of an instance, the end of a configuration PID, a component's name, or a service interface. */
    Optional<Answer> about(String name) {
        Collection<ComponentDescriptionDTO> all = runtime.getComponentDescriptionDTOs();
        for (ComponentDescriptionDTO description : all) {
            for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(description)) {
                if (name.equals(configuration.properties.get("id"))) {
                    return Optional.of(answer(name, configuration));
                }
            }
        }
        for (ComponentDescriptionDTO description : all) {
            if (isNamed(description, name)) {
                return Optional.of(answer(name, description));
            }
        }
        boolean service = all.stream().anyMatch(description -> offers(description, name));
        return service ? Optional.of(service(name)) : Optional.empty();
    }

    /** One answer for each component of a bundle. */
    List<Answer> of(Bundle bundle) {
        List<Answer> answers = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs(bundle)) {
            answers.add(answer(description.name, description));
        }
        return answers;
    }

    private static boolean isNamed(ComponentDescriptionDTO description, String name) {
        return description.name.equals(name)
                || description.name.endsWith("." + name)
                || Arrays.stream(description.configurationPid)
                        .anyMatch(pid -> pid.equals(name) || pid.endsWith("." + name));
    }

    private static boolean offers(ComponentDescriptionDTO description, String service) {
        return Arrays.stream(description.serviceInterfaces)
                .anyMatch(offered -> offered.equals(service) || offered.endsWith("." + service));
    }

    private Answer answer(String name, ComponentConfigurationDTO configuration) {
        Walk walk = new Walk();
        walk.configuration(configuration);
        return walk.answer(name);
    }

    private Answer answer(String name, ComponentDescriptionDTO description) {
        Walk walk = new Walk();
        walk.description(description);
        return walk.answer(name);
    }

    private Answer service(String name) {
        Walk walk = new Walk();
        walk.service(name, null);
        return walk.answer(name);
    }

    /** From one component to the cause; each is visited once, so a circle ends. */
    private final class Walk {
        private final List<String> chain = new ArrayList<>();
        private final Set<String> visited = new HashSet<>();
        private String remedy = "";
        private boolean broken;

        Answer answer(String name) {
            if (chain.isEmpty()) {
                chain.add(name + " runs");
            }
            return new Answer(name, !broken, chain, remedy);
        }

        void description(ComponentDescriptionDTO description) {
            if (!visited.add(description.name) || chain.size() >= LINKS) {
                return;
            }
            Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(description);
            if (configurations.isEmpty()) {
                say("component " + description.name + " has no configuration");
                remedy = isOfProfile(description)
                        ? "add a block for it to the profile: " + lastPart(description.configurationPid[0])
                        : "see `verge config show`";
                return;
            }
            configurations.forEach(this::configuration);
        }

        void configuration(ComponentConfigurationDTO configuration) {
            String name = configuration.description.name;
            switch (configuration.state) {
                case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> {
                    say("component " + name + " has no configuration");
                    remedy = "add a block for it to the profile: "
                            + lastPart(configuration.description.configurationPid[0]);
                }
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> unsatisfied(configuration);
                case ComponentConfigurationDTO.FAILED_ACTIVATION -> {
                    say("component " + name + " failed to start: " + firstCause(configuration.failure));
                    remedy = "correct what it names in the profile; `verge logs` has the whole of it";
                }
                default -> {
                    // Satisfied or active: not the cause.
                }
            }
        }

        private void unsatisfied(ComponentConfigurationDTO configuration) {
            for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                String service = interfaceOf(configuration.description, reference.name);
                say("component " + configuration.description.name + " waits for the service " + service);
                service(service, reference.target);
            }
        }

        void service(String service, @Nullable String target) {
            if (!visited.add("service " + service) || chain.size() >= LINKS) {
                return;
            }
            boolean offered = false;
            int links = chain.size();
            for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
                if (offers(description, service)) {
                    offered = true;
                    description(description);
                }
            }
            if (!offered) {
                say("no installed bundle offers " + service + (target == null ? "" : " with " + target));
                remedy = "install the bundle that offers it, or see `verge bundles` for one that is not active";
            } else if (target != null && chain.size() == links) {
                say(service + " is offered, but not with " + target);
                remedy = "see `verge bundles` for a bundle that offers it so and is not active";
            }
        }

        private void say(String link) {
            broken = true;
            chain.add(link);
        }
    }

    private static boolean isOfProfile(ComponentDescriptionDTO description) {
        return Arrays.stream(description.configurationPid).anyMatch(pid -> pid.startsWith("io.verge."));
    }

    private static String lastPart(String pid) {
        return pid.substring(pid.lastIndexOf('.') + 1);
    }

    private static String interfaceOf(ComponentDescriptionDTO description, String reference) {
        for (ReferenceDTO declared : description.references) {
            if (Objects.equals(declared.name, reference)) {
                return declared.interfaceName;
            }
        }
        return reference;
    }

    /** The innermost message of a stack trace; the rest is in the log. */
    private static String firstCause(@Nullable String failure) {
        if (failure == null) {
            return "for a reason that was not recorded";
        }
        String cause = failure.lines().findFirst().orElse("");
        for (String line : failure.lines().toList()) {
            if (line.startsWith("Caused by: ")) {
                cause = line.substring("Caused by: ".length());
            }
        }
        return cause;
    }
}
