package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A golden image becomes that of one box, and nothing else in it changes. */
class ImageTest {
    private static final String PROFILE =
            "# of a model\nbox:      {id: unset, tenant: wuhan} # the crossing\nmap: a.json\n";
    private static final int AGENT = 990;

    @TempDir
    Path folder = Path.of("");

    private Provision vendor = new Provision(folder);

    @BeforeEach
    void found() {
        vendor = new Provision(folder).founded();
    }

    private Path tree(String profile) throws IOException {
        Path root = folder.resolve("root");
        Files.createDirectories(root.resolve("etc/verge"));
        Files.createDirectories(root.resolve("opt/verge"));
        Files.writeString(root.resolve("etc/verge/profile.yaml"), profile);
        Files.writeString(root.resolve("opt/verge/verge"), "#!/bin/sh\n");
        return root;
    }

    private String fill(String box) {
        return vendor.done("image", "--base", "@root", "--box", box, "--authority", "@authority");
    }

    private String profileWith(String profile) throws IOException {
        Path root = tree(profile);
        String unused = fill("box-17");
        return Files.readString(root.resolve("etc/verge/profile.yaml"));
    }

    @Test
    void aTreeGetsIdentityTrustAndName() throws Exception {
        Path root = tree(PROFILE);

        assertThat(fill("box-17")).contains("label  VERGE:1:BOX-17:");
        assertThat(Certificates.own(root.resolve("etc/verge"))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=box-17");
        assertThat(root.resolve("etc/verge/trust/root.json")).exists();
        assertThat(root.resolve("opt/verge/verge")).hasContent("#!/bin/sh");
    }

    @Test
    void onlyTheNameChangesInTheProfile() throws Exception {
        assertThat(profileWith(PROFILE)).isEqualTo(PROFILE.replace("unset", "box-17"));
    }

    @Test
    void theNameMayStandInABlock() throws Exception {
        String profile =
                "messages: {set: csae}\nbox:\n  # who\n  tenant: unset\n  id: unset # here\nunits: {id: unset}\n";

        assertThat(profileWith(profile)).isEqualTo(profile.replace("id: unset # here", "id: box-17 # here"));
    }

    @Test
    void aProfileOfAnotherBoxIsRefusedAndNothingIsMade() throws Exception {
        Path root = tree("box: {id: box-3}\n");

        assertThat(vendor.refused("image", "--base", "@root", "--box", "box-17", "--authority", "@authority"))
                .contains("the profile of the image is that of box-3, and not one for all boxes");
        assertThat(root.resolve("etc/verge/identity")).doesNotExist();
    }

    @Test
    void aProfileWithoutAPlaceForTheNameIsRefused() throws Exception {
        Path root = tree("map: a.json\ndevices:\n  radar:\n    id: unset\n");

        assertThat(vendor.refused("image", "--base", "@root", "--box", "box-17", "--authority", "@authority"))
                .contains("has no place for the name of the box");
        assertThat(root.resolve("etc/verge/identity")).doesNotExist();
    }

    @Test
    void anImageWithAnIdentityIsRefused() throws Exception {
        tree(PROFILE);
        String unused = fill("box-17");

        assertThat(vendor.refused("image", "--base", "@root", "--box", "box-18", "--authority", "@authority"))
                .contains("the image has an identity already");
    }

    private Path tar(Map<String, String> files, boolean packed) throws IOException {
        Path tar = folder.resolve("golden.tar");
        try (OutputStream file = Files.newOutputStream(tar);
                OutputStream to = packed ? new GZIPOutputStream(file) : file;
                TarArchiveOutputStream out = new TarArchiveOutputStream(to)) {
            for (Map.Entry<String, String> one : files.entrySet()) {
                byte[] content = one.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(one.getKey());
                entry.setSize(content.length);
                entry.setMode(one.getKey().endsWith("verge/verge") ? 0755 : 0640);
                entry.setIds(AGENT, AGENT);
                entry.setNames("verge", "verge");
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
            TarArchiveEntry link = new TarArchiveEntry("./usr/bin/verge", TarConstants.LF_SYMLINK);
            link.setLinkName("/opt/verge/verge");
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
        }
        return tar;
    }

    private static Map<String, String> golden() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("./etc/verge/", "");
        files.put("./etc/verge/profile.yaml", PROFILE);
        files.put("./opt/verge/verge", "#!/bin/sh\n");
        return files;
    }

    private Map<String, TarArchiveEntry> entries(Path tar, boolean packed) throws IOException {
        Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(tar);
                InputStream from = packed ? new GZIPInputStream(file) : file;
                TarArchiveInputStream in = new TarArchiveInputStream(from)) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), entry);
            }
        }
        return entries;
    }

    @Test
    void aTarIsCopiedWithTheIdentityInIt() throws Exception {
        tar(golden(), true);
        String unused = vendor.done(
                "image",
                "--base",
                "@golden.tar",
                "--out",
                "@box-17.tar.gz",
                "--box",
                "box-17",
                "--authority",
                "@authority");

        Map<String, TarArchiveEntry> entries = entries(folder.resolve("box-17.tar.gz"), true);
        assertThat(entries)
                .containsKeys(
                        "./etc/verge/identity/identity.p12",
                        "./etc/verge/identity/identity.password",
                        "./etc/verge/trust/root.json",
                        "./usr/bin/verge");
        TarArchiveEntry key = entries.getOrDefault("./etc/verge/identity/identity.p12", new TarArchiveEntry("none"));
        assertThat(key.getMode() & 0777).isEqualTo(0600);
        assertThat(key.getLongUserId()).isEqualTo(AGENT);
        assertThat(key.getUserName()).isEqualTo("verge");
        assertThat(entries.getOrDefault("./opt/verge/verge", key).getMode() & 0777)
                .isEqualTo(0755);
        assertThat(entries.getOrDefault("./usr/bin/verge", key).getLinkName()).isEqualTo("/opt/verge/verge");
    }

    @Test
    void theTarOfABoxHoldsItsKeyAndIsForItsOwnerAlone() throws Exception {
        tar(golden(), false);
        String unused = vendor.done(
                "image",
                "--base",
                "@golden.tar",
                "--out",
                "@box-17.tar",
                "--box",
                "box-17",
                "--authority",
                "@authority");

        assertThat(Modes.of(folder.resolve("box-17.tar"))).isEqualTo("rw-------");
        assertThat(entries(folder.resolve("box-17.tar"), false)).containsKey("./etc/verge/identity/identity.p12");
    }

    @Test
    void aTarWithAnIdentityIsRefusedAndNoneIsMade() throws Exception {
        Map<String, String> files = golden();
        files.put("./etc/verge/identity/identity.p12", "somebody's");
        tar(files, false);

        assertThat(vendor.refused(
                        "image",
                        "--base",
                        "@golden.tar",
                        "--out",
                        "@box-17.tar",
                        "--box",
                        "box-17",
                        "--authority",
                        "@authority"))
                .contains("the image has an identity already");
        assertThat(folder.resolve("box-17.tar")).doesNotExist();
        assertThat(folder.resolve("box-17.tar.new")).doesNotExist();
    }
}
