package nl.etalage.scheduling;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.scheduling.ops.WorkerDatabase;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String HOME = "nl.etalage.scheduling";
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOME);

    private static final DescribedPredicate<JavaClass> RESOURCES = DescribedPredicate.describe(
            "resources", type -> type.isAnnotatedWith(Path.class) && !type.isAnnotatedWith(RegisterRestClient.class));

    private static final DescribedPredicate<JavaMethod> NAME_AN_ENTITY =
            DescribedPredicate.describe("name an entity", method -> method.getAllInvolvedRawTypes().stream()
                    .anyMatch(type -> type.isAnnotatedWith(Entity.class)));

    @Test
    void nobodyGetsInWithoutAToken() {
        classes()
                .that(RESOURCES)
                .should()
                .beAnnotatedWith(Authenticated.class)
                .because("the path policy is the first line and this the second")
                .check(SERVICE);
    }

    @Test
    void everyResourceAsksWhereTheCallerStands() {
        classes()
                .that(RESOURCES)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("ask about access", ArchitectureTest::asksAboutAccess))
                .because("a resource that doesn't ask serves every shop's rows to anyone with a token")
                .check(SERVICE);
    }

    /** By itself, or through the frame of changes, or as a use case that does one of these. */
    private static boolean asksAboutAccess(JavaClass type) {
        return isAccess(type)
                || type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> isAccess(dependency.getTargetClass()));
    }

    private static boolean isAccess(JavaClass type) {
        return type.getName().equals(HOME + ".access.Access")
                || type.getSimpleName().equals("Changing");
    }

    @Test
    void everyResourceRunsInATransactionExceptTheFeedThatWaits() {
        classes()
                .that(RESOURCES)
                .and()
                .doNotHaveSimpleName("EventResource")
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("row-level security holds for one transaction; outside one there is nothing to see")
                .check(SERVICE);
    }

    @Test
    void everyPostCanBeRepeatedSafely() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .should()
                .beAnnotatedWith(Idempotent.class)
                .because("a client that got no answer must be able to ask again without publishing twice")
                .check(SERVICE);
    }

    @Test
    void noEntityStandsInAResourcesSignature() {
        noMethods()
                .that()
                .areDeclaredInClassesThat(RESOURCES)
                .and()
                .arePublic()
                .should(be(NAME_AN_ENTITY))
                .because("the wire has its own records: a column may change without the contract, and back")
                .check(SERVICE);
    }

    @Test
    void anEntityHasNoSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameStartingWith("set")
                .because("an entity changes by what is done to it, which keeps its rules in one place")
                .check(SERVICE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(HOME + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs its user can't be understood or taken out alone")
                .check(SERVICE);
    }

    @Test
    void onlyOpsKnowsTheRealTimeAndMakesIds() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOME + ".ops")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("a test must be able to say what time it is and what comes next")
                .check(SERVICE);
    }

    @Test
    void onlyBackgroundPackagesUseTheRoleThatSeesEveryShop() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        HOME + ".ops",
                        HOME + ".delivery",
                        HOME + ".recall",
                        HOME + ".ending",
                        HOME + ".mail",
                        HOME + ".housekeeping")
                .and()
                .doNotHaveSimpleName("SealAnew")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(WorkerDatabase.class)
                .because("a request must not step around row-level security")
                .check(SERVICE);
    }

    @Test
    void theRulesOfPublicationsArePlainJava() {
        noClasses()
                .that()
                .haveSimpleName("PublicationState")
                .or()
                .haveSimpleName("Transitions")
                .or()
                .haveSimpleName("PublicationEvent")
                .or()
                .haveSimpleName("LocalMoment")
                .or()
                .haveSimpleName("Deadline")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "java.sql..")
                .because("rules are read and tested without a framework")
                .check(SERVICE);
    }

    @Test
    void aConnectorKnowsNothingOfPublicationsOrTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage(HOME + ".platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        HOME + ".publication..",
                        HOME + ".channel..",
                        HOME + ".delivery..",
                        "java.sql..",
                        "org.hibernate..")
                .because("the next platform is written against one small interface")
                .check(SERVICE);
    }

    @Test
    void onlyTheGuardedClientCallsStrangers() {
        noClasses()
                .that()
                .resideInAPackage(HOME + ".platform.mastodon..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.http.HttpClient")
                .because("each call to a server that a shop names goes through the address check")
                .check(SERVICE);
    }
}
