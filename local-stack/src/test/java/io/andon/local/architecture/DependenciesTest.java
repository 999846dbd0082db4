package io.andon.local.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependenciesTest {

    private static final JavaClasses MAIN = Project.mainClasses();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.andon.events",
                "io.andon.kit",
                "io.andon.backends",
                "io.andon.workorder",
                "io.andon.metrics",
                "io.andon.gateway",
                "io.andon.bench",
                "io.andon.local"
            })
    void everyModuleWasBuiltBeforeThisTest(String module) {
        assertThat(MAIN.stream().anyMatch(type -> type.getPackageName().startsWith(module)))
                .isTrue();
    }

    @Test
    void theContractDependsOnJacksonAlone() {
        noClasses()
                .that()
                .resideInAPackage("io.andon.events..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..", "io.andon.events..", "com.fasterxml.jackson..", "org.jspecify.annotations..")
                .check(MAIN);
    }

    @Test
    void theGatewayHasNoDatabaseAndNoKit() {
        noClasses()
                .that()
                .resideInAPackage("io.andon.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.andon.kit..", "java.sql..", "javax.sql..", "org.jdbi..")
                .check(MAIN);
    }

    @Test
    void theKitKnowsNoService() {
        noClasses()
                .that()
                .resideInAnyPackage("io.andon.kit..", "io.andon.backends..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.andon.workorder..", "io.andon.metrics..", "io.andon.gateway..", "io.andon.local..")
                .check(MAIN);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        slices().matching("io.andon.(workorder|metrics|gateway|bench|local)..")
                .should()
                .notDependOnEachOther()
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.andon.kit.(*)..",
                "io.andon.workorder.(*)..",
                "io.andon.metrics.(*)..",
                "io.andon.gateway.(*)..",
                "io.andon.bench.(*).."
            })
    void featuresFormNoCycles(String pattern) {
        slices().matching(pattern).should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void servicesReachTheDatabaseInATenantsTransactionOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("io.andon.workorder..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.jdbi.v3.core.Jdbi")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.sql.DataSource")
                .check(MAIN);
    }

    @Test
    void theOutboxIsTheOnlyWayForAServiceToEmitAnEvent() {
        noClasses()
                .that()
                .resideInAnyPackage("io.andon.workorder..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.clients.producer.."))
                .check(MAIN);
    }

    @Test
    void noResourceAsksMoreOfATokenThanOthers() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.oidc.AuthenticationContext")
                .because("it would be asked of a token's first request alone: CachingIdentityProvider")
                .check(MAIN);
    }

    @Test
    void logicAsksTheInjectedClockForTheTime() {
        noClasses()
                .that()
                .resideInAnyPackage("io.andon.kit..", "io.andon.workorder..", "io.andon.metrics..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(MAIN);
    }

    @Test
    void fieldsAreNotInjected() {
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(MAIN);
    }

    @Test
    void nobodySleepsInATest() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("a test waits for a condition, not for a while")
                .check(Project.testClasses());
    }
}
