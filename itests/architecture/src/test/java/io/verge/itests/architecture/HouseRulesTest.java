package io.verge.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.NetworkChannel;
import java.util.Map;
import java.util.Set;

/** Who may know whom, and what nobody may do. */
@AnalyzeClasses(packages = "io.verge", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String UPER = "io.verge.messages.uper..";
    private static final String[] SETS = {
        "io.verge.messages.csae..", "io.verge.messages.sae..", "io.verge.messages.etsi.."
    };
    /** Where generated code lives: one package per edition, beside the package {@code internal}. */
    private static final String[] EDITIONS = {
        "io.verge.messages.csae.*", "io.verge.messages.sae.*", "io.verge.messages.etsi.*"
    };

    /** Between the stages of the way of the data there is nothing but the vocabulary. */
    private static final Set<String> API = Set.of("api");

    private static final Set<String> MESSAGES = Set.of("api", "messages.uper", "messages.facilities");

    /** What of ours a bundle may import; {@code driver} and {@code app} stand for all of them. */
    private static final Map<String, Set<String>> IMPORTS = Map.ofEntries(
            entry("api", Set.of()),
            entry("device", API),
            entry("driver", Set.of("api", "device")),
            entry("traffic", API),
            entry("perception", Set.of("api", "traffic")),
            entry("app", Set.of("api", "traffic")),
            entry("messages.uper", Set.of()),
            entry("messages.facilities", Set.of("api", "messages.uper")),
            entry("messages.csae", MESSAGES),
            entry("messages.sae", MESSAGES),
            entry("messages.etsi", MESSAGES),
            // Runs while we build: nobody else may import it.
            entry("messages.compiler", Set.of("messages.uper")),
            // Events become records for the cloud.
            entry("flow", Set.of("api", "json")),
            entry("gate", API),
            entry("outbox", API),
            entry("cloud", Set.of("api", "json", "profile")),
            entry("site", API),
            entry("clock", API),
            entry("log", API),
            entry("generation", API),
            entry("update", Set.of("api", "generation", "json", "transfer", "trust")),
            entry("trust", Set.of("api", "json")),
            entry("audit", API),
            // A library for the engine of updates: jars, packing, and what brings them.
            entry("transfer", Set.of("api", "json")),
            entry("profile", API),
            entry("json", API),
            entry("diagnostics", Set.of("api", "json", "profile")),
            entry("watchdog", API),
            entry("probe", Set.of("api", "json")),
            entry("demo", API),
            // Stands between any two programs and knows neither.
            entry("netlab", Set.of()),
            entry("replay", API),
            // The command line: reads profiles, maps and messages without a running agent.
            entry(
                    "agent",
                    Set.of(
                            "api",
                            "profile",
                            "site",
                            "outbox",
                            "audit",
                            "generation",
                            "netlab",
                            "transfer",
                            "messages.uper",
                            "messages.csae",
                            "messages.sae",
                            "messages.etsi")));

    @ArchTest
    static final ArchRule BUNDLES_IMPORT_WHAT_THEY_MAY =
            classes().that().resideInAPackage("io.verge..").should(new Imports(IMPORTS));

    @ArchTest
    static final ArchRule API_STANDS_ON_THE_PLATFORM_ALONE = classes()
            .that()
            .resideInAPackage("io.verge.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.verge.api..", "java..", "org.osgi.annotation..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_API_FORM_NO_CIRCLE =
            slices().matching("io.verge.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DRIVERS_AND_APPS_ARE_INTERNAL = classes()
            .that()
            .resideInAnyPackage("io.verge.driver..", "io.verge.app..")
            .should()
            .resideInAPackage("..internal..");

    @ArchTest
    static final ArchRule ONLY_JSON_KNOWS_JACKSON = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Jer(Reader|Writer)(\\$.*)?")
            .and()
            .resideInAnyPackage(UPER, SETS[0], SETS[1], SETS[2])
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    /**
     * Beside the clock: the pace of a replay, whose clock service shows the recording's time; and the command line, a process
     * of its own, which says how long ago something was.
     */
    @ArchTest
    static final ArchRule ONLY_THE_CLOCK_READS_THE_SYSTEMS_TIME = noClasses()
            .that(not(resideInAPackage("io.verge.clock..")
                    .or(oneOf("io.verge.replay.internal.RealTime", "io.verge.agent.cli.Commands"))))
            .should()
            .accessTargetWhere(call("java.lang.System", "currentTimeMillis|nanoTime")
                    .or(call("java.time.[A-Za-z]+", "now"))
                    .or(call("java.time.(Clock|InstantSource)", "system.*|tick(Seconds|Minutes|Millis)"))
                    .or(call("java.util.(Date|GregorianCalendar)", "<init>"))
                    .or(call("java.util.Calendar", "getInstance")));

    /** Waiting is the clock's, so that a test or a replay does not wait. The exception is the pace of a replay. */
    @ArchTest
    static final ArchRule ONLY_THE_CLOCK_SLEEPS = noClasses()
            .that(not(resideInAPackage("io.verge.clock..").or(oneOf("io.verge.replay.internal.RealTime"))))
            .should()
            .accessTargetWhere(call("java.lang.Thread", "sleep|onSpinWait")
                    .or(call("java.util.concurrent.TimeUnit", "sleep"))
                    .or(call("java.util.concurrent.locks.LockSupport", "park(Nanos|Until)")));

    /** What a command prints: of the command line, of `verge probe` and of `verge demo`. Bundles log. */
    @ArchTest
    static final ArchRule ONLY_COMMANDS_PRINT = noClasses()
            .that()
            .resideOutsideOfPackages("io.verge.agent..", "io.verge.probe..", "io.verge.demo..")
            .should()
            .accessTargetWhere(call("java.lang.System", "out|err|in|setOut|setErr|setIn|console")
                    .or(call("java.io.FileDescriptor", "out|err|in"))
                    .or(call("java.lang.Throwable", "printStackTrace")));

    /**
     * Drivers reach their devices through {@code Transports}. The simulator plays devices, so it opens what they would open;
     * the signal controller's driver must see who sent a datagram, which a connection does not tell. The MQTT library takes
     * sockets of a factory: ours, so that a client that hangs can be cut off. The network lab is the network itself. Releases come
     * from web servers.
     */
    @ArchTest
    static final ArchRule ONLY_TRANSPORTS_OPEN_SOCKETS = noClasses()
            .that(not(resideInAnyPackage(
                            "io.verge.device.internal..",
                            "io.verge.driver.simulator..",
                            "io.verge.cloud.internal.mqtt..",
                            "io.verge.netlab..",
                            "io.verge.transfer.source..",
                            "io.verge.transfer.coap..")
                    .or(oneOf("io.verge.driver.signal.tscbm.internal.FilteredDatagrams"))))
            .should()
            .dependOnClassesThat(JavaClass.Predicates.assignableTo(Socket.class)
                    .or(JavaClass.Predicates.assignableTo(ServerSocket.class))
                    .or(JavaClass.Predicates.assignableTo(DatagramSocket.class))
                    .or(JavaClass.Predicates.assignableTo(NetworkChannel.class))
                    .or(JavaClass.Predicates.assignableTo(URLConnection.class))
                    .or(resideInAPackage("java.net.http..")));

    /** Beside the demo's broker and the word for systemd, whose command lines are written there. */
    @ArchTest
    static final ArchRule NOBODY_STARTS_A_PROCESS = noClasses()
            .that(not(oneOf("io.verge.agent.run.DemoBroker", "io.verge.watchdog.internal.NotifyProgram")))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .accessTargetWhere(call("java.lang.Runtime", "exec"));

    @ArchTest
    static final ArchRule ONLY_THE_LAUNCHER_ENDS_THE_PROCESS = noClasses()
            .that()
            .resideOutsideOfPackage("io.verge.agent..")
            .should()
            .accessTargetWhere(call("java.lang.(System|Runtime)", "exit|halt"));

    @ArchTest
    static final ArchRule NO_REFLECTION_AND_NO_SERIALIZATION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule GENERATED_VALUES_ARE_IMMUTABLE = fields().that()
            .areDeclaredInClassesThat(resideInAnyPackage(EDITIONS).and(not(resideInAPackage("..internal.."))))
            .and()
            .areDeclaredInClassesThat(not(simpleName("Builder")))
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .that()
            .resideInAPackage("io.verge..")
            .should(ArchCondition.from(describe("be in a package that is @NullMarked", type -> type.getPackage()
                    .isAnnotatedWith("org.jspecify.annotations.NullMarked"))));

    /** Classes by name, with what is nested in them. */
    private static DescribedPredicate<JavaClass> oneOf(String... names) {
        Set<String> all = Set.of(names);
        return describe("one of " + all, type -> {
            int nested = type.getName().indexOf('$');
            return all.contains(nested < 0 ? type.getName() : type.getName().substring(0, nested));
        });
    }

    /** A call, a reference to a method, or a use of a field; both names are regular expressions. */
    private static DescribedPredicate<JavaAccess<?>> call(String owner, String member) {
        return describe(
                owner + "." + member,
                access -> nameMatching(owner).test(access.getTargetOwner())
                        && nameMatching(member).test(access.getTarget()));
    }
}
