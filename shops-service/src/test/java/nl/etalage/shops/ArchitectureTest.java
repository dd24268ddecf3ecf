package nl.etalage.shops;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.limits.Counted;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.etalage.shops");

    private static final DescribedPredicate<JavaMethod> ENDPOINTS = describe(
            "endpoints", method -> List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class).stream()
                    .anyMatch(method::isAnnotatedWith));

    private static final DescribedPredicate<JavaMethod> NAME_AN_ENTITY = describe(
            "name an entity", method -> method.getAllInvolvedRawTypes().stream().anyMatch(ArchitectureTest::isEntity));

    private static final DescribedPredicate<JavaMethod> WRITES_FOR_A_SHOP = describe(
            "writes for the shop in the path",
            method -> List.of(POST.class, PUT.class, PATCH.class, DELETE.class).stream()
                            .anyMatch(method::isAnnotatedWith)
                    && (path(method.getOwner()) + path(method)).contains("{slug}"));

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        methods()
                .that(are(ENDPOINTS))
                // An interface is what we ask of another server.
                .and()
                .areDeclaredInClassesThat()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(Allowed.class)
                .because("an endpoint without it would serve whoever has a token")
                .check(SERVICE);
    }

    @Test
    void everyWriteForAShopCountsForThatShop() {
        methods()
                .that(are(WRITES_FOR_A_SHOP))
                .should()
                .beAnnotatedWith(Counted.class)
                .because("one shop that floods must not slow down the others")
                .check(SERVICE);
    }

    @Test
    void everyCreationCanBeRepeatedSafely() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and()
                .areDeclaredInClassesThat()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(Idempotent.class)
                .because("a client that got no answer must be able to ask again without making a second one")
                .check(SERVICE);
    }

    @Test
    void everyResourceRunsInATransactionExceptTheFeedThatWaits() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .doNotHaveSimpleName("EventsResource")
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("row-level security holds for one transaction; outside one there is nothing to see")
                .check(SERVICE);
    }

    @Test
    void noEntityStandsInAResourcesSignature() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(be(NAME_AN_ENTITY))
                .because(
                        "the wire has its own records: a column may change without the contract, and the other way round")
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
        slices().matching("nl.etalage.shops.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs its user can't be understood or taken out alone")
                .check(SERVICE);
    }

    @Test
    void onlyOpsKnowsTheRealTimeAndMakesIds() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.etalage.shops.ops")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("a test must be able to say what time it is and what comes next")
                .check(SERVICE);
    }

    @Test
    void theTextOfMergeFieldsIsPlainJava() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("OpeningHours")
                .or()
                .haveSimpleName("Phrases")
                .or()
                .haveSimpleName("MergeFields")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "java.sql..")
                .because("what a text says is tested by the hundred, without a server")
                .check(SERVICE);
    }

    @Test
    void namesSayWhatThingsDo() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|DAO)$|.*\\.(Base|Abstract)[A-Z].*")
                .because("such a name tells the kind of a class and not its work")
                .check(SERVICE);
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..",
                        "..core..",
                        "..shared..",
                        "..util..",
                        "..model..",
                        "..dto..",
                        "..mapper..",
                        "..service..")
                .because("packages are features; what several need gets a name of its own")
                .check(SERVICE);
    }

    private static String path(HasAnnotations<?> annotated) {
        return annotated.isAnnotatedWith(Path.class)
                ? annotated.getAnnotationOfType(Path.class).value()
                : "";
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith(Entity.class);
    }
}
