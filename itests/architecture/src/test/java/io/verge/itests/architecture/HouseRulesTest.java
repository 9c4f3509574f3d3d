package io.verge.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** Who may know whom, and what nobody may do. */
@AnalyzeClasses(packages = "io.verge", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String UPER = "io.verge.messages.uper..";
    private static final String COMPILER = "io.verge.messages.compiler..";
    private static final String[] SETS = {
        "io.verge.messages.csae..", "io.verge.messages.sae..", "io.verge.messages.etsi.."
    };
    /** Where generated code lives: one package per edition. */
    private static final String[] EDITIONS = {
        "io.verge.messages.csae.*", "io.verge.messages.sae.*", "io.verge.messages.etsi.*"
    };

    @ArchTest
    static final ArchRule RUN_TIME_KNOWS_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage(UPER)
            .should()
            .dependOnClassesThat(resideInAPackage("io.verge..").and(not(resideInAPackage(UPER))));

    @ArchTest
    static final ArchRule COMPILER_IS_FOR_THE_BUILD = noClasses()
            .that(not(resideInAPackage(COMPILER)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(COMPILER);

    @ArchTest
    static final ArchRule CSAE_STANDS_ALONE = standsAlone(0);

    @ArchTest
    static final ArchRule SAE_STANDS_ALONE = standsAlone(1);

    @ArchTest
    static final ArchRule ETSI_STANDS_ALONE = standsAlone(2);

    private static ArchRule standsAlone(int set) {
        return noClasses()
                .that()
                .resideInAPackage(SETS[set])
                .should()
                .dependOnClassesThat(resideInAPackage("io.verge..").and(not(resideInAnyPackage(SETS[set], UPER))));
    }

    @ArchTest
    static final ArchRule ONLY_JSON_KNOWS_JACKSON = noClasses()
            .that()
            .haveNameNotMatching(".*\\.Jer(Reader|Writer)(\\$.*)?")
            .and()
            .resideInAnyPackage(UPER, SETS[0], SETS[1], SETS[2])
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule NOBODY_READS_THE_SYSTEM_CLOCK = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule NOBODY_STARTS_A_PROCESS = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    @ArchTest
    static final ArchRule NO_REFLECTION_AND_NO_SERIALIZATION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectInputStream.class);

    @ArchTest
    static final ArchRule GENERATED_VALUES_ARE_IMMUTABLE = fields().that()
            .areDeclaredInClassesThat(resideInAnyPackage(EDITIONS))
            .and()
            .areDeclaredInClassesThat(not(com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName("Builder")))
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked");
}
