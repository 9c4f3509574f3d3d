package io.verge.agent.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The site of a profile without the box's own devices and links. */
final class SiteProfile {
    private static final int LIMIT = 1 << 20;

    private SiteProfile() {}

    /**
     * The profile's text without its devices and cloud, its map named by an absolute path.
     *
     * @param site a profile, or the folder of a {@code profile.yaml}
     */
    static String withoutDevices(Path site) throws IOException {
        Path file = Files.isDirectory(site) ? site.resolve("profile.yaml") : site;
        if (!Files.isReadable(file) || Files.size(file) > LIMIT) {
            throw new IOException(file + " cannot be read, or is larger than " + LIMIT + " octets");
        }
        Object loaded;
        try {
            loaded = new Load(LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
        } catch (YamlEngineException e) {
            throw new IOException(file + " is not YAML: " + e.getMessage(), e);
        }
        if (!(loaded instanceof Map<?, ?> sections)) {
            throw new IOException(file + ": sections such as box, messages, apps were expected");
        }
        Map<Object, Object> kept = new LinkedHashMap<>(sections);
        kept.remove("devices");
        kept.remove("cloud");
        kept.remove("update");
        kept.remove("clock"); // the recording's own
        if (kept.get("map") instanceof String map) {
            kept.put(
                    "map", file.toAbsolutePath().resolveSibling(map).normalize().toString());
        }
        return new Dump(DumpSettings.builder().build()).dumpToString(kept);
    }
}
