package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every resource by every role, through the door. */
@Timeout(300)
class PermissionsTest extends AtTheCabinet {
    private static final byte[] NOTHING = {};
    /** What may be done beyond looking, and by whom. */
    private static final Map<String, Set<Role>> CHANGES = Map.ofEntries(
            Map.entry("POST bundles", EnumSet.of(Role.MAINTAINER, Role.OPERATOR, Role.VENDOR)),
            Map.entry("POST bundles/x", EnumSet.of(Role.MAINTAINER, Role.OPERATOR)),
            Map.entry("DELETE bundles/x", EnumSet.of(Role.MAINTAINER, Role.OPERATOR)),
            Map.entry("POST config", EnumSet.of(Role.MAINTAINER, Role.OPERATOR)),
            Map.entry("PUT config", EnumSet.of(Role.MAINTAINER, Role.OPERATOR)),
            Map.entry("PUT signs/x", EnumSet.of(Role.MAINTAINER, Role.OPERATOR)),
            Map.entry("DELETE signs/x", EnumSet.of(Role.MAINTAINER, Role.OPERATOR)),
            Map.entry("PUT twin/holds/x", EnumSet.of(Role.MAINTAINER, Role.OPERATOR)),
            Map.entry("DELETE twin/holds/x", EnumSet.of(Role.MAINTAINER, Role.OPERATOR)));

    private static final List<String> LOOKS = List.of(
            "status", "devices", "devices/x", "apps", "bundles", "bundles/x", "generations", "scene", "signals");
    private static final List<String> MORE_LOOKS = List.of(
            "messages",
            "messages/recent",
            "latency",
            "logs",
            "outbox",
            "cloud",
            "signs",
            "signs/x",
            "twin",
            "config",
            "why",
            "why/x");

    private final Map<Role, Laptop> laptops = new HashMap<>();
    private Laptop nobody;

    @BeforeEach
    void everybody() {
        laptops.put(Role.VIEWER, visitor());
        laptops.put(Role.MAINTAINER, mechanic);
        laptops.put(Role.OPERATOR, laptop("boss", Cabinet.OPERATOR_KEY));
        laptops.put(Role.VENDOR, laptop("acme", Cabinet.VENDOR_KEY));
        nobody = closedAfterwards(Laptop.plain(cabinet.door.plainAddress()));
    }

    private Laptop of(Role role) {
        return Objects.requireNonNull(laptops.get(role));
    }

    private static boolean refused(CoapResponse response) {
        return response.getCode() == ResponseCode.FORBIDDEN || response.getCode() == ResponseCode.UNAUTHORIZED;
    }

    @Test
    void everybodyLooksAtEverythingButTheTrail() throws ConnectorException, IOException {
        for (String path : Stream.concat(LOOKS.stream(), MORE_LOOKS.stream()).toList()) {
            for (Map.Entry<Role, Laptop> one : laptops.entrySet()) {
                assertThat(refused(one.getValue().get(path)))
                        .as("%s %s", one.getKey(), path)
                        .isFalse();
            }
            assertThat(refused(nobody.get(path))).as("nobody %s", path).isFalse();
        }
    }

    @Test
    void theTrailIsForMaintainersAndOperators() throws ConnectorException, IOException {
        for (Map.Entry<Role, Laptop> one : laptops.entrySet()) {
            boolean may = EnumSet.of(Role.MAINTAINER, Role.OPERATOR).contains(one.getKey());
            assertThat(refused(one.getValue().get("audit")))
                    .as("%s", one.getKey())
                    .isEqualTo(!may);
        }
        assertThat(nobody.get("audit").getCode()).isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    @Test
    void everyRoleMakesTheChangesThatAreTheirsAndNoOthers() throws ConnectorException, IOException {
        for (Map.Entry<String, Set<Role>> change : CHANGES.entrySet()) {
            String[] words = change.getKey().split(" ", -1);
            Code method = Code.valueOf(words[0]);
            for (Map.Entry<Role, Laptop> one : laptops.entrySet()) {
                CoapResponse answer = one.getValue().send(method, words[1], NOTHING);
                boolean may = change.getValue().contains(one.getKey());
                assertThat(answer.getCode() == ResponseCode.FORBIDDEN)
                        .as("%s %s", one.getKey(), change.getKey())
                        .isEqualTo(!may);
            }
            assertThat(nobody.send(method, words[1], NOTHING).getCode())
                    .as("nobody %s", change.getKey())
                    .isEqualTo(ResponseCode.UNAUTHORIZED);
        }
    }

    /** So that this test knows all there is. */
    @Test
    void theTableIsWhatThisTestSays() {
        Set<String> expected = Stream.concat(LOOKS.stream(), MORE_LOOKS.stream())
                .map(path -> "GET " + path)
                .collect(Collectors.toSet());
        expected.addAll(CHANGES.keySet());
        expected.addAll(List.of(
                "GET audit", "GET update", "GET update/x", "POST update", "POST update/x", "GET .well-known/core"));

        assertThat(Permissions.rules().stream()
                        .map(rule -> rule.method() + " " + rule.path().replace('*', 'x')))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyResourceIsInTheTable() {
        List<String> paths = new ArrayList<>();
        cabinet.resources().forEach(resource -> collect(resource, "", paths));

        assertThat(paths).contains("status", "messages/recent").allSatisfy(path -> assertThat(
                        Arrays.stream(Code.values()).anyMatch(code -> Permissions.rules().stream()
                                .anyMatch(rule -> rule.method() == code && rule.isAbout(List.of(path.split("/"))))))
                .as(path)
                .isTrue());
    }

    private static void collect(Resource resource, String above, List<String> paths) {
        String path = above + resource.getName();
        if (!path.equals("twin/holds")) { // only leads to what is below it
            paths.add(path);
        }
        resource.getChildren().forEach(child -> collect(child, path + "/", paths));
    }

    @Test
    void updatesAreForOperators() {
        for (String path : List.of("update", "update/apply", "new", "new/thing")) {
            assertThat(Permissions.of(Code.POST, List.of(path.split("/"))).who())
                    .containsExactly(Role.OPERATOR);
        }
    }

    @Test
    void whatIsNotInTheTableIsForOperators() {
        for (Code method : Code.values()) {
            assertThat(Permissions.of(method, List.of("new")).who()).containsExactly(Role.OPERATOR);
        }
        assertThat(Permissions.of(Code.POST, List.of("new")).act()).isEqualTo("post");
    }

    @Test
    void aMethodThatNoLineHasIsNotThereForAnybody() throws ConnectorException, IOException {
        for (Laptop laptop : laptops.values()) {
            assertThat(laptop.send(Code.POST, "status", NOTHING).getCode()).isEqualTo(ResponseCode.METHOD_NOT_ALLOWED);
        }
    }

    @Test
    void aVendorInstallsWhatIsCalledByItsNames() throws ConnectorException, IOException {
        assertThat(of(Role.VENDOR).send(Code.POST, "bundles", new byte[100]).getCode())
                .isEqualTo(ResponseCode.CHANGED);
        assertThat(cabinet.bundles.done).containsExactly("install 100");
    }

    @Test
    void aVendorDoesNotInstallWhatIsCalledOtherwise() throws ConnectorException, IOException {
        cabinet.bundles.named = "io.verge.gate";
        CoapResponse answer = of(Role.VENDOR).send(Code.POST, "bundles", new byte[100]);

        assertThat(answer.getCode()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(answer.getResponseText()).contains("io.verge.gate");
        assertThat(cabinet.bundles.done).isEmpty();
        assertThat(of(Role.MAINTAINER).send(Code.POST, "bundles", new byte[100]).getCode())
                .isEqualTo(ResponseCode.CHANGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "root",
                "vendor",
                "vendor:",
                "vendor:com.acme",
                "vendor:*",
                "viewer:com.acme.",
                "MAINTAINER",
                "vendor:com.acme.:"
            })
    void rightsAreNotGuessed(String text) {
        assertThatThrownBy(() -> Rights.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVendorHasNamesAndOthersNeedNone() {
        Rights vendor = Rights.parse("vendor:com.acme.:org.acme-labs.");

        assertThat(vendor.covers("com.acme.radar")).isTrue();
        assertThat(vendor.covers("org.acme-labs.x")).isTrue();
        assertThat(vendor.covers("com.acmeevil.radar")).isFalse();
        assertThat(vendor.covers("io.verge.gate")).isFalse();
        assertThat(Rights.parse("maintainer").covers("io.verge.gate")).isTrue();
    }
}
