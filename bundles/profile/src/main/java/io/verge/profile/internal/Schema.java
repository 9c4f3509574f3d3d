package io.verge.profile.internal;

import io.verge.profile.Catalogue;
import io.verge.profile.ComponentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The JSON Schema (draft 2020-12) of the profiles that a catalogue allows, as a tree of maps, lists and values. It tells an
 * editor what keys there are and what they mean. It refuses no profile that is right; the check of the profile itself sees
 * more.
 */
final class Schema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final Catalogue catalogue;
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private Schema(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The schema of a catalogue. */
    static Map<String, Object> of(Catalogue catalogue) {
        return new Schema(catalogue).root();
    }

    private Map<String, Object> root() {
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put(SectionChecker.BOX, BlockSchema.of(BoxType.TYPE, null));
        sections.put(SectionChecker.MAP, map());
        sections.put(
                SectionChecker.MESSAGE_SECTION,
                chosen(
                        SectionChecker.SET,
                        "The message set that the box speaks.",
                        catalogue.singletonsBelow(SectionChecker.MESSAGES),
                        set -> catalogue.singleton(SectionChecker.MESSAGES + set)));
        sections.put(SectionChecker.DEVICES, devices());
        sections.put(SectionChecker.APP_SECTION, apps());
        others(sections);

        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", DRAFT);
        root.put("title", "Verge profile");
        root.put("description", "What one roadside box is and does.");
        root.put("type", "object");
        root.put("required", List.of(SectionChecker.BOX));
        root.put("properties", sections);
        root.put("additionalProperties", false);
        root.put("$defs", definitions);
        return root;
    }

    private static Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "string");
        map.put("title", "Map");
        map.put(
                "description",
                "lanes, stop lines and crosswalks: a file; a relative path counts from the profile's folder");
        return map;
    }

    private Map<String, Object> devices() {
        definitions.put(
                "device",
                chosen(
                        SectionChecker.DRIVER,
                        "A device and the driver that talks to it.",
                        catalogue.factoriesBelow(SectionChecker.DRIVERS),
                        driver -> catalogue.factory(SectionChecker.DRIVERS + driver)));
        Map<String, Object> devices = section("The devices of the box, by name.");
        devices.put("propertyNames", Map.of("pattern", Names.ANCHORED_RULE));
        devices.put("additionalProperties", reference("device"));
        return devices;
    }

    private Map<String, Object> apps() {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (String name : catalogue.factoriesBelow(SectionChecker.APPS)) {
            catalogue.factory(SectionChecker.APPS + name).ifPresent(type -> {
                definitions.put(type.pid(), BlockSchema.of(type, null));
                byName.put(name, reference(type.pid()));
            });
        }
        Map<String, Object> apps = section("The apps that run, by name.");
        apps.put("properties", byName);
        apps.put("additionalProperties", false);
        return apps;
    }

    private void others(Map<String, Object> sections) {
        NavigableSet<String> names = new TreeSet<>(catalogue.singletonsBelow(SectionChecker.PIDS));
        names.removeAll(sections.keySet());
        names.remove(BoxType.PID.substring(SectionChecker.PIDS.length()));
        for (String name : names) {
            catalogue
                    .singleton(SectionChecker.PIDS + name)
                    .ifPresent(type -> sections.put(name, BlockSchema.of(type, null)));
        }
    }

    /** A block whose keys depend on the value of one of them. */
    private Map<String, Object> chosen(
            String key,
            String description,
            NavigableSet<String> names,
            Function<String, Optional<ComponentType>> types) {
        List<Object> choices = new ArrayList<>();
        for (String name : names) {
            types.apply(name).ifPresent(type -> {
                definitions.put(type.pid(), BlockSchema.of(type, key));
                Map<String, Object> condition = new LinkedHashMap<>();
                condition.put("properties", Map.of(key, is(key, name)));
                condition.put("required", List.of(key));
                Map<String, Object> choice = new LinkedHashMap<>();
                choice.put("if", condition);
                choice.put("then", reference(type.pid()));
                choices.add(choice);
            });
        }
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", "object");
        block.put("description", description);
        block.put("required", List.of(key));
        block.put("properties", Map.of(key, oneOf(key, names)));
        if (!choices.isEmpty()) {
            block.put("allOf", choices);
        }
        return block;
    }

    /** A driver may be pinned to a version, which an editor cannot know. */
    private static Map<String, Object> oneOf(String key, NavigableSet<String> names) {
        Map<String, Object> values = Map.of("enum", List.copyOf(names));
        if (!key.equals(SectionChecker.DRIVER) || names.isEmpty()) {
            return values;
        }
        String pinned =
                "^(" + String.join("|", names.stream().map(Schema::quoted).toList()) + ")@.+$";
        return Map.of("anyOf", List.of(values, Map.of("pattern", pinned)));
    }

    private static Map<String, Object> is(String key, String name) {
        return key.equals(SectionChecker.DRIVER)
                ? Map.of("pattern", "^" + quoted(name) + "(@.+)?$")
                : Map.of("const", name);
    }

    private static String quoted(String name) {
        return name.replace(".", "\\.");
    }

    private static Map<String, Object> section(String description) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", List.of("object", "null"));
        section.put("description", description);
        return section;
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }
}
