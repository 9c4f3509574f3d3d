package io.verge.authority.rollout.hawkbit;

import io.verge.api.disk.Sha256;
import io.verge.authority.json.JsonObject;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Software modules: of the type that boxes look for, the version of each a release, with its files. One thread. */
final class Modules {
    private static final String NAME = "release";
    private static final String VENDOR = "Verge";
    private static final String KIND = "softwaremodules";

    private final Management management;
    private final Catalogue catalogue;
    private final String type;
    private final Software software;

    /**
     * @param type what the profile of the boxes calls {@code hawkbitModule}
     * @param software that is uploaded where it is missing
     */
    Modules(Management management, String type, Software software) {
        this.management = management;
        catalogue = new Catalogue(management);
        this.type = type;
        this.software = software;
    }

    /** By what the module of a release is known. */
    Map<String, String> marks(String release) {
        return Map.of("name", NAME, "version", release, "type", type);
    }

    /** The module of a release, for people. */
    String describe(String release) {
        return "software module " + NAME + " " + release + " of type " + type;
    }

    /** The number of their type, which is made if need be. */
    long type() throws IOException {
        return catalogue
                .make(
                        "softwaremoduletypes",
                        Map.of("key", type),
                        Map.of("key", type, "name", type, "maxAssignments", 1))
                .whole("id");
    }

    /** Whether the module of a release is there with files, or could be made. */
    boolean isToBeHad(String release) throws IOException {
        if (!software.files().isEmpty()) {
            return true;
        }
        Optional<JsonObject> module = catalogue.find(KIND, marks(release));
        return module.isPresent() && !files(module.get().whole("id")).isEmpty();
    }

    /** The number of the module of a release, which is made and filled as far as need be. */
    long make(String release) throws IOException {
        Map<String, Object> letter = new HashMap<>(marks(release));
        letter.put("vendor", VENDOR);
        long module = catalogue.make(KIND, marks(release), letter).whole("id");
        Map<String, String> there = files(module);
        for (Software.File file : software.files()) {
            String hash = there.get(file.name());
            if (hash == null) {
                upload(module, file);
            } else if (!hash.isEmpty() && !hash.equals(file.sha256())) {
                throw new IOException("hawkBit's " + describe(release) + " has another " + file.name()
                        + " than the repository: delete that file there");
            }
        }
        return module;
    }

    private void upload(long module, Software.File file) throws IOException {
        byte[] content;
        try {
            content = file.content().read();
        } catch (TrustException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (!Sha256.of(content).hex().equals(file.sha256())) {
            throw new IOException(file.name() + " is not what was signed; put it back from a copy of the repository");
        }
        try {
            management.upload(artifacts(module), file.name(), content);
        } catch (ManagementException e) {
            // It came when we had hung up already.
            if (!e.isConflict()) {
                throw e;
            }
        }
    }

    /** Names of files, with their SHA-256; empty where the server does not say. */
    private Map<String, String> files(long module) throws IOException {
        Map<String, String> files = new HashMap<>();
        for (JsonObject file : management.list(artifacts(module))) {
            files.put(file.text("providedFilename"), file.object("hashes").text("sha256", ""));
        }
        return files;
    }

    private static String artifacts(long module) {
        return KIND + "/" + module + "/artifacts";
    }
}
