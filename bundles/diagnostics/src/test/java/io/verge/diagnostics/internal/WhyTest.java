package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.diagnostics.internal.Fakes.TestApps;
import io.verge.diagnostics.internal.Fakes.TestDevice;
import io.verge.diagnostics.internal.Fakes.TestProfiles;
import io.verge.profile.Problem;
import io.verge.testkit.ManualClock;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class WhyTest {
    private final Parts parts = new Parts(ManualClock.standing());
    private final TestApps apps = new TestApps();
    private final TestProfiles profiles = new TestProfiles();
    private final TestRuntime runtime = new TestRuntime();
    private final List<Bundle> bundles = new ArrayList<>();
    private final List<Configuration> configurations = new ArrayList<>();

    WhyTest() {
        parts.apps = apps;
        parts.profiles = profiles;
    }

    static Status starting() {
        return Status.of(
                State.STARTING,
                Fakes.TIME,
                "no-signals",
                "it needs a signal controller, and none has spoken yet",
                "add the controller to the profile");
    }

    private static Status silent() {
        return Status.of(State.DEGRADED, Fakes.TIME, "no-data", "no frame for 3 s", "check the cable");
    }

    private void bundle(String name, int state) {
        bundles.add(Fakes.proxy(
                Bundle.class,
                Map.of("getSymbolicName", name, "getState", state, "getVersion", Version.valueOf("1.2.0"))));
    }

    private void block(String name, String pid) {
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(Map.of("id", name));
        configurations.add(Fakes.proxy(Configuration.class, Map.of("getFactoryPid", pid, "getProperties", properties)));
    }

    private Answer about(String name) {
        return find(name).orElseThrow();
    }

    private Optional<Answer> find(String name) {
        BundleContext context = Fakes.proxy(BundleContext.class, Map.of("getBundles", bundles.toArray(Bundle[]::new)));
        ConfigurationAdmin admin = Fakes.proxy(
                ConfigurationAdmin.class, Map.of("listConfigurations", configurations.toArray(Configuration[]::new)));
        return new Why(parts, context, new Components(runtime), new Blocks(admin)).about(name);
    }

    @Test
    void aSensorThatSeesOtherThanTheOthersSaysSo() {
        parts.addDevice(new TestDevice("radar-ne", Fakes.ok()));
        parts.sensors = sensor -> Status.of(State.DEGRADED, Fakes.TIME, "turned", "it is turned by 2°", "turn it back");
        assertThat(about("radar-ne").remedy()).isEqualTo("turn it back");
    }

    @Test
    void aDeviceThatWorksHasNothingToExplain() {
        parts.addDevice(new TestDevice("radar-ne", Fakes.ok()));

        assertThat(about("radar-ne"))
                .isEqualTo(
                        new Answer("radar-ne", true, List.of("device radar-ne is OK since 2026-03-01T08:00:00Z"), ""));
    }

    @Test
    void aDeviceInTroubleSaysItsCauseAndRemedy() {
        parts.addDevice(new TestDevice("radar-ne", silent()));

        assertThat(about("radar-ne"))
                .isEqualTo(new Answer(
                        "radar-ne",
                        false,
                        List.of("device radar-ne is DEGRADED since 2026-03-01T08:00:00Z", "no frame for 3 s"),
                        "check the cable"));
    }

    @Test
    void aDeviceWhoseDriverFailsWhenItIsAskedSaysThat() {
        TestDevice broken = new TestDevice("radar-ne", Fakes.ok());
        broken.broken = true;
        parts.addDevice(broken);

        assertThat(about("radar-ne").chain())
                .last()
                .isEqualTo("its driver failed when it was asked: java.lang.IllegalStateException: a defect");
    }

    @Test
    void aDeviceThatIsStartingNeedsPatience() {
        parts.addDevice(new TestDevice("radar-ne", Status.of(State.STARTING, Fakes.TIME)));

        assertThat(about("radar-ne"))
                .extracting(Answer::works, Answer::remedy)
                .containsExactly(false, "wait a few seconds, then ask again");
    }

    @Test
    void anAppWithoutInputIsFollowedToTheDeviceAtFault() {
        apps.add("signal-phase", starting());
        parts.addDevice(new TestDevice("signal", silent()));
        parts.addDevice(new TestDevice("radar-ne", Fakes.ok()));

        assertThat(about("signal-phase"))
                .isEqualTo(new Answer(
                        "signal-phase",
                        false,
                        List.of(
                                "app signal-phase is STARTING since 2026-03-01T08:00:00Z",
                                "it needs a signal controller, and none has spoken yet",
                                "device signal is DEGRADED: no frame for 3 s"),
                        "signal: check the cable"));
    }

    @Test
    void ofSeveralDevicesAtFaultEachHasItsRemedy() {
        apps.add("signal-phase", starting());
        parts.addDevice(new TestDevice("a", silent()));
        parts.addDevice(new TestDevice("b", silent()));

        assertThat(about("signal-phase").remedy()).isEqualTo("a: check the cable; b: check the cable");
    }

    @Test
    void anAppWithoutInputAndWithoutFaultyDeviceLacksTheDevice() {
        apps.add("signal-phase", starting());

        assertThat(about("signal-phase").remedy()).isEqualTo("add the controller to the profile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-map", "no-crosswalks", "no-signal-groups"})
    void whatTheMapLacksIsNotADevicesFault(String code) {
        apps.add("glosa", Status.of(State.NOT_POSSIBLE, Fakes.TIME, code, "it needs a map", "name a map"));
        parts.addDevice(new TestDevice("radar-ne", silent()));

        assertThat(about("glosa").chain()).hasSize(2).last().isEqualTo("it needs a map");
    }

    @Test
    void aBlockOfAWrongProfileSaysWhatIsWrongWithIt() {
        profiles.problems.add(new Problem(7, "devices.radar-ne.mount.azimuth", "is missing"));
        profiles.problems.add(new Problem(9, "devices.cam.port", "is missing"));

        Answer answer = about("radar-ne");
        assertThat(answer.chain())
                .containsExactly(
                        "radar-ne does not run, since the profile is wrong and was not applied",
                        "devices.radar-ne.mount.azimuth: is missing");
        assertThat(answer.remedy()).contains("verge config check");
    }

    @Test
    void aKeyOfTheProfileIsNoBlock() {
        profiles.problems.add(new Problem(9, "devices.cam.port", "is missing"));

        assertThat(find("port")).isEmpty();
    }

    @Test
    void aSectionIsABlockOfItsOwn() {
        profiles.problems.add(new Problem(2, "messages.set", "csae, sae or etsi"));

        assertThat(about("messages").chain()).last().isEqualTo("messages.set: csae, sae or etsi");
    }

    @Test
    void aBlockThatIsRightWaitsForTheOneThatIsWrong() {
        profiles.text = "box: {id: b}\ndevices:\n  radar-ne: {driver: radar-ti-mmwave}\n  cam: {driver: x}\n";
        profiles.problems.add(new Problem(4, "devices.cam.driver", "there is no driver x"));

        assertThat(about("radar-ne").chain())
                .containsExactly(
                        "radar-ne is in the profile, which was not applied, since something else in it is wrong",
                        "devices.cam.driver: there is no driver x");
        assertThat(find("radar")).isEmpty();
    }

    @Test
    void aBlockWhoseBundleIsStoppedIsFollowedToIt() {
        block("cam", "io.verge.driver.camera-must");
        bundle("io.verge.driver.camera-must", Bundle.RESOLVED);

        Answer answer = about("cam");
        assertThat(answer.chain())
                .containsExactly(
                        "cam is in the profile, and bundle io.verge.driver.camera-must should run it",
                        "bundle io.verge.driver.camera-must 1.2.0 is not active");
        assertThat(answer.remedy()).startsWith("start it with `verge bundle start io.verge.driver.camera-must`");
    }

    @Test
    void aBlockWhoseBundleIsGoneSaysSo() {
        block("cam", "io.verge.driver.camera-must");

        assertThat(about("cam").chain()).last().isEqualTo("there is no bundle io.verge.driver.camera-must");
    }

    @Test
    void aBundleThatIsActiveWorks() {
        bundle("io.verge.gate", Bundle.ACTIVE);

        assertThat(about("io.verge.gate"))
                .isEqualTo(new Answer("io.verge.gate", true, List.of("bundle io.verge.gate 1.2.0 is active"), ""));
    }

    @Test
    void anInstanceThatWaitsIsFollowedToWhatIsMissing() {
        runtime.component("io.verge.app.glosa", "io.verge.api.app.App")
                .waitsFor("io.verge.api.site.Site", null)
                .named("glosa");
        runtime.component("io.verge.site.internal.SiteService", "io.verge.api.site.Site")
                .waitsFor("io.verge.api.time.Clock", null);

        Answer answer = about("glosa");
        assertThat(answer.works()).isFalse();
        assertThat(answer.chain())
                .containsExactly(
                        "component io.verge.app.glosa waits for the service io.verge.api.site.Site",
                        "component io.verge.site.internal.SiteService waits for the service io.verge.api.time.Clock",
                        "no installed bundle offers io.verge.api.time.Clock");
        assertThat(answer.remedy()).startsWith("install the bundle that offers it");
    }

    @Test
    void aChainEndsAtAComponentThatNobodyConfigured() {
        runtime.component("io.verge.app.glosa", "io.verge.api.app.App")
                .waitsFor("io.verge.api.site.Site", null)
                .named("glosa");
        runtime.component("io.verge.site", "io.verge.api.site.Site").unconfigured();

        Answer answer = about("glosa");
        assertThat(answer.chain()).last().isEqualTo("component io.verge.site has no configuration");
        assertThat(answer.remedy()).isEqualTo("add a block for it to the profile: site");
    }

    @Test
    void aComponentThatFailedSaysTheInnermostCause() {
        runtime.component("io.verge.driver.radar", "io.verge.api.device.Device")
                .failed("java.lang.RuntimeException: outer\n\tat x\nCaused by: java.io.IOException: no port\n\tat y\n")
                .named("radar-ne");

        assertThat(about("radar-ne").chain())
                .containsExactly("component io.verge.driver.radar failed to start: java.io.IOException: no port");
    }

    @Test
    void aServiceThatIsOfferedOtherwiseIsSaidSo() {
        runtime.component("io.verge.probe", "io.verge.api.observation.ObservationListener")
                .waitsFor("java.util.function.IntConsumer", "(verge.exit=true)")
                .named("probe");
        runtime.component("com.example.Counter", "java.util.function.IntConsumer");

        assertThat(about("probe").chain())
                .last()
                .isEqualTo("java.util.function.IntConsumer is offered, but not with (verge.exit=true)");
    }

    @Test
    void aCircleEnds() {
        runtime.component("a", "com.example.A").waitsFor("com.example.B", null);
        runtime.component("b", "com.example.B").waitsFor("com.example.A", null);

        assertThat(about("a").chain())
                .containsExactly(
                        "component a waits for the service com.example.B",
                        "component b waits for the service com.example.A");
    }

    @Test
    void componentsAreFoundByTheEndOfTheirNameAndServicesToo() {
        runtime.component("io.verge.gate.internal.AirGate", "io.verge.api.air.Gate");

        assertThat(about("AirGate").chain()).containsExactly("AirGate runs");
        assertThat(about("Gate").chain()).containsExactly("Gate runs");
    }

    @Test
    void whatIsNotThereHasNoAnswer() {
        assertThat(find("nobody")).isEmpty();
    }
}
