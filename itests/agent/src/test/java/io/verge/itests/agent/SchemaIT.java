package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema of profiles that is packed for editors, in the hands of a validator by others. */
class SchemaIT {
    private static final Path PROFILES = Path.of(System.getProperty("verge.distribution", ""), "device-profiles");

    private static JsonSchema schema =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema("{}");
    private static String demo = "";

    @BeforeAll
    static void read() throws Exception {
        schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(PROFILES.resolve("profile.schema.json")));
        demo = Files.readString(PROFILES.resolve("demo").resolve("profile.yaml"));
    }

    @Test
    void theShippedProfileIsRight() {
        assertThat(schema.validate(demo, InputFormat.YAML)).isEmpty();
    }

    @Test
    void aMisspeltKeyIsFound() {
        assertThat(schema.validate(demo.replace("    seed: ", "    sed: "), InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void aNumberOutOfRangeIsFound() {
        assertThat(schema.validate(demo.replace("latitude: 30.5", "latitude: 95"), InputFormat.YAML))
                .isNotEmpty();
    }
}
