package io.verge.diagnostics.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

/** Components as Declarative Services would show them. */
final class TestRuntime implements ServiceComponentRuntime {
    private final Map<ComponentDescriptionDTO, List<ComponentConfigurationDTO>> all = new LinkedHashMap<>();

    /** One that is active, until it is said to be otherwise. */
    One component(String name, String service) {
        return new One(name, service);
    }

    final class One {
        private final ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        private final ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();

        private One(String name, String service) {
            description.name = name;
            description.serviceInterfaces = new String[] {service};
            description.configurationPid = new String[] {name};
            description.references = new ReferenceDTO[0];
            configuration.description = description;
            configuration.properties = new HashMap<>();
            configuration.state = ComponentConfigurationDTO.ACTIVE;
            configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
            all.put(description, List.of(configuration));
        }

        /** With an id, as instances of the profile have it. */
        void named(String id) {
            configuration.properties.put("id", id);
        }

        One waitsFor(String service, @Nullable String target) {
            ReferenceDTO reference = new ReferenceDTO();
            reference.name = "reference";
            reference.interfaceName = service;
            description.references = new ReferenceDTO[] {reference};
            UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
            missing.name = "reference";
            if (target != null) {
                missing.target = target;
            }
            configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
            configuration.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
            return this;
        }

        One failed(String failure) {
            configuration.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
            configuration.failure = failure;
            return this;
        }

        void unconfigured() {
            all.put(description, List.of());
        }
    }

    @Override
    public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
        return bundles.length == 0 ? new ArrayList<>(all.keySet()) : List.of();
    }

    @Override
    public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(ComponentDescriptionDTO description) {
        return all.getOrDefault(description, List.of());
    }

    @Override
    public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public boolean isComponentEnabled(ComponentDescriptionDTO description) {
        return true;
    }

    @Override
    public Promise<Void> enableComponent(ComponentDescriptionDTO description) {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public Promise<Void> disableComponent(ComponentDescriptionDTO description) {
        throw new AssertionError("nobody asks for this here");
    }
}
