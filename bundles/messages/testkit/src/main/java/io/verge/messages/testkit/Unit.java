package io.verge.messages.testkit;

import io.verge.messages.compiler.Compiler;
import io.verge.messages.compiler.Schema.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A set of ASN.1 modules that is compiled together: one edition of one message set. */
public enum Unit {
    CSAE_2019("csae/src/main/asn1/common", "csae/src/main/asn1/2019"),
    CSAE_2020("csae/src/main/asn1/common", "csae/src/main/asn1/2020"),
    J2735("sae/src/main/asn1/common", "sae/src/main/asn1/j2735"),
    ETSI_RELEASE1("etsi/src/main/asn1/release1-common", "etsi/src/main/asn1/release1"),
    ETSI_RELEASE1_2016("etsi/src/main/asn1/release1-common", "etsi/src/main/asn1/release1-2016"),
    ETSI_INFRASTRUCTURE("sae/src/main/asn1/common", "etsi/src/main/asn1/infrastructure"),
    ETSI_CPM("etsi/src/main/asn1/cpm-common", "etsi/src/main/asn1/cpm-cdd-2.1.1"),
    ETSI_CPM_241("etsi/src/main/asn1/cpm-common", "etsi/src/main/asn1/cpm-cdd-2.4.1");

    private final String common;
    private final String own;

    Unit(String common, String own) {
        this.common = common;
        this.own = own;
    }

    /** The folders with its modules. */
    public List<Path> folders() {
        Path messages = messages();
        return List.of(messages.resolve(common), messages.resolve(own));
    }

    /** The files with its modules. */
    public List<Path> files() throws IOException {
        List<Path> folders = folders();
        try (Stream<Path> first = Files.list(folders.get(0));
                Stream<Path> second = Files.list(folders.get(1))) {
            return Stream.concat(first, second)
                    .filter(file -> file.toString().endsWith(".asn"))
                    .sorted()
                    .toList();
        }
    }

    /** Its types by name. */
    public Map<String, Definition> types() throws IOException {
        Map<String, Definition> types = new LinkedHashMap<>();
        for (Definition definition : Compiler.read(folders())) {
            types.put(definition.asnName(), definition);
        }
        return types;
    }

    /** The folder of the message sets, found from that of the module under test. */
    private static Path messages() {
        String base = System.getProperty("basedir", System.getProperty("user.dir", ""));
        for (Path folder = Path.of(base).toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path messages = folder.resolve("bundles").resolve("messages");
            if (Files.isDirectory(messages)) {
                return messages;
            }
        }
        throw new IllegalStateException("no bundles/messages above " + base + ": run the test inside the checkout");
    }
}
