package io.verge.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.profile.Catalogue;
import io.verge.profile.Samples;
import io.verge.profile.SchemaMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private static final Map<String, Object> SCHEMA = Schema.of(Samples.catalogue());

    @Test
    void isForTheNewestDraft() {
        assertThat(SCHEMA).containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void tellsWhatANumberMayBe() {
        at("$defs/io.verge.driver.radar-ti-mmwave/properties/baud")
                .isEqualTo("{title=Data rate, description=baud, type=integer, minimum=9600, maximum=4000000,"
                        + " default=921600}");
    }

    @Test
    void nestsKeysWithDots() {
        at("$defs/io.verge.driver.radar-ti-mmwave/properties/mount/properties/azimuth")
                .isEqualTo("{title=Azimuth, description=degrees clockwise from true north, type=number, minimum=0,"
                        + " maximum=360}");
    }

    @Test
    void takesKeysWithDotsToo() {
        at("$defs/io.verge.driver.radar-ti-mmwave/patternProperties/^mount\\.tilt$")
                .isEqualTo("{title=Tilt, description=degrees down, type=number, minimum=-90, maximum=90, default=0.0}");
    }

    @Test
    void demandsRequiredKeys() {
        at("$defs/io.verge.driver.radar-ti-mmwave/allOf")
                .startsWith("[{required=[port]}, {anyOf=[{required=[mount], properties={mount={required=[east],"
                        + " type=object}}}, {required=[mount.east]}]}, ");
    }

    @Test
    void doesNotAskForTheNameOfADevice() {
        at("$defs/io.verge.driver.signal-tscbm/properties").doesNotContain("id=");
    }

    @Test
    void choosesTheKeysByTheDriver() {
        at("$defs/device/allOf")
                .contains("{if={properties={driver={pattern=^radio-rsu41(@.+)?$}}, required=[driver]},"
                        + " then={$ref=#/$defs/io.verge.driver.radio-rsu41}}");
    }

    @Test
    void namesTheDrivers() {
        at("$defs/device/properties/driver")
                .isEqualTo("{anyOf=[{enum=[everything, radar-ti-mmwave, radio-rsu41, signal-tscbm]},"
                        + " {pattern=^(everything|radar-ti-mmwave|radio-rsu41|signal-tscbm)@.+$}]}");
    }

    @Test
    void takesAnOptionThatYamlReadsAsANumber() {
        at("$defs/io.verge.messages.csae/properties/edition/enum").isEqualTo("[2019, 2019, 2020, 2020]");
    }

    @Test
    void takesPairsForAListOfTexts() {
        at("$defs/io.verge.driver.signal-tscbm/properties/groups/anyOf")
                .isEqualTo("[{type=array, items={type=[string, number, boolean]}}, {type=object,"
                        + " propertyNames={pattern=^[^=]*$}, additionalProperties={type=[string, number, boolean]}}]");
    }

    @Test
    void takesOnlyReferencesForSecrets() {
        at("$defs/io.verge.driver.radio-rsu41/properties/key/pattern").isEqualTo("^file:.");
    }

    @Test
    void hasTheSectionsOfTheBundles() {
        at("properties/perception/properties/age/minimum").isEqualTo("1");
        at("properties/cloud").isEqualTo("null");
    }

    @Test
    void isWrittenAsJsonOnceAndForAll() throws IOException {
        assertThat(written(Samples.catalogue()))
                .startsWith("{\n  \"$schema\" : \"https://json-schema.org/draft/2020-12/schema\",\n")
                .endsWith("}\n")
                .isEqualTo(written(Samples.catalogue()));
    }

    @Test
    void isWrittenFromTheCommandLine(@TempDir Path folder) throws IOException {
        Path jar = Samples.bundle(folder.resolve("phase.jar"), "1.0.0", Samples.PHASE);

        SchemaMain.main(new String[] {folder.resolve("out/schema.json").toString(), jar.toString()});

        assertThat(folder.resolve("out/schema.json")).content().contains("\"signal-phase\"");
    }

    private static String written(Catalogue catalogue) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SchemaWriter.write(catalogue, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What stands at a place of the schema, as text. */
    private static AbstractStringAssert<?> at(String place) {
        Object value = SCHEMA;
        for (String key : place.split("/", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return assertThat(String.valueOf(value));
    }
}
