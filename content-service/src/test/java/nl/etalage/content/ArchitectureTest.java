package nl.etalage.content;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.Entity;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.etalage.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.etalage.content");

    @Test
    void featuresDependOneWay() {
        slices().matching("nl.etalage.content.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that can't be read without the other is no feature of its own")
                .check(CODE);
    }

    @Test
    void backgroundWorkStaysInItsPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..access.replica..", "..library.boundary..", "..housekeeping..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.agroal.DataSource")
                .because("the worker role passes row-level security, so what uses it is named and few")
                .check(CODE);
    }

    @Test
    void nobodyTakesTimeOrIdsForThemselves() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("nl.etalage.content.ops.TimeAndIds")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .because("a test must be able to say what time it is")
                .check(CODE);
        noClasses()
                .that()
                .doNotHaveSimpleName("MediaStore")
                .should()
                .callMethod(UUID.class, "randomUUID")
                .because("ids come from one source and sort by time; MediaStore's are names of files that never stay")
                .check(CODE);
    }

    @Test
    void entitiesHaveNoSettersAndStayInside() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .because("an entity changes by what happens to it")
                .check(CODE);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(notMention(Entity.class))
                .because("what is stored is not the contract")
                .check(CODE);
    }

    @Test
    void everyResourceSaysWhoMayCall() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(Authenticated.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .because("an endpoint that says nothing is open by accident")
                .check(CODE);
        methods()
                .that()
                .areAnnotatedWith(Operation.class)
                .should()
                .bePublic()
                .because("the contract is what is public")
                .check(CODE);
    }

    @Test
    void everyPostMayBeRepeated() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .should()
                .beAnnotatedWith(Idempotent.class)
                .andShould()
                .haveRawReturnType(Response.class)
                .because("a client that lost the answer asks again, and must not do it twice")
                .check(CODE);
    }

    @Test
    void theCoreIsPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("..platform..")
                .or()
                .haveSimpleNameEndingWith("State")
                .or()
                .haveNameMatching(".*\\.(Template|Markdown|PlainText|Sentence|MergeField|Size|Rendition|Orientation"
                        + "|HiddenContent|ShelvedStory|Overrides|StoryRules|Details|Checklist|CampaignOfDay)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.enterprise..", "jakarta.ws.rs..", "jakarta.persistence..", "io.quarkus..")
                .because("rules are tested without starting anything")
                .check(CODE);
    }

    private static ArchCondition<JavaMethod> notMention(Class<Entity> annotation) {
        return new ArchCondition<>("not mention entities") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaClass type : method.getAllInvolvedRawTypes()) {
                    if (type.isAnnotatedWith(annotation)) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName()));
                    }
                }
            }
        };
    }
}
