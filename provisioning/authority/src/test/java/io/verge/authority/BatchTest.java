package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The factory makes many boxes at once; a bad line does not stop the good ones. */
class BatchTest {
    @TempDir
    Path folder = Path.of("");

    private Provision factory = new Provision(folder);

    @BeforeEach
    void found() {
        factory = new Provision(folder).founded();
    }

    private Provision.Ended batch(String... lines) throws IOException {
        Files.write(folder.resolve("boxes.csv"), List.of(lines));
        return factory.run("enroll", "--authority", "@authority", "--csv", "@boxes.csv", "--out", "@out");
    }

    @Test
    void aFolderForEachBoxAndALabelForEach() throws Exception {
        assertThat(batch("box,tenant,model", "box-1,wuhan,rsu-4", "box-2,wuhan,rsu-5")
                        .code())
                .isZero();

        assertThat(Certificates.own(factory.file("out/box-2"))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=box-2,O=wuhan");
        assertThat(factory.file("out/box-1/trust/root.json")).exists();
        assertThat(Files.readAllLines(factory.file("out/labels.csv")))
                .hasSize(3)
                .startsWith("box,tenant,model,label")
                .element(1)
                .asString()
                .startsWith("box-1,wuhan,rsu-4,VERGE:1:BOX-1:");
    }

    @Test
    void faultsAreToldWithTheirLineAndTheOthersAreDone() throws Exception {
        Provision.Ended ended = batch(
                "box,tenant,model",
                "box-1,wuhan,rsu-4",
                "Box 2,wuhan,rsu-4",
                "box-3,wuhan",
                "box-1,wuhan,rsu-4",
                "",
                "box-4,,");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("line 3: \"Box 2\" is no name of a box")
                .contains("line 4: has 2 values, and there are 3 columns")
                .contains("line 5: box-1 is there twice");
        assertThat(factory.file("out/box-4/identity/identity.p12")).exists();
        assertThat(Files.readAllLines(factory.file("out/labels.csv"))).hasSize(3);
    }

    @Test
    void runAgainItDoesWhatIsMissingAndKeepsTheOthers() throws Exception {
        assertThat(batch("box,tenant,model", "box-1,wuhan,rsu-4").code()).isZero();
        byte[] before = Files.readAllBytes(factory.file("out/box-1/identity/identity.p12"));
        String label = Files.readAllLines(factory.file("out/labels.csv")).get(1);

        assertThat(batch("box,tenant,model", "box-1,wuhan,rsu-4", "box-2,wuhan,rsu-4")
                        .code())
                .isZero();
        assertThat(factory.file("out/box-1/identity/identity.p12")).hasBinaryContent(before);
        assertThat(Files.readAllLines(factory.file("out/labels.csv")))
                .hasSize(3)
                .contains(label);
    }

    @Test
    void columnsMayStandInAnyOrderAndTheFileMayComeFromASpreadsheet() throws Exception {
        assertThat(batch("\ufeffModel, Box, Tenant", "rsu-4, box-1, wuhan").code())
                .isZero();

        assertThat(Certificates.own(factory.file("out/box-1"))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=box-1,O=wuhan");
    }

    @Test
    void aFileWithOtherColumnsIsRefusedAsAWhole() throws Exception {
        Provision.Ended ended = batch("serial,tenant", "1,wuhan");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("must name the columns box,tenant,model, and is: serial,tenant");
    }
}
