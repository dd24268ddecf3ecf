package nl.etalage.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls inside the gateway. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.etalage.gateway");

    @Test
    void theProxyKnowsNothingOfTheConsole() {
        noClasses()
                .that()
                .resideInAPackage("..gateway.proxy..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..gateway.console..")
                .because("the API must go on when the pages are taken out or served by another process")
                .check(CLASSES);
    }

    @Test
    void theConsoleKnowsNothingOfTheProxy() {
        noClasses()
                .that()
                .resideInAPackage("..gateway.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..gateway.proxy..")
                .because("the console is a client of the services like any other, with no way in of its own")
                .check(CLASSES);
    }

    @Test
    void packagesDependOneWay() {
        slices().matching("nl.etalage.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part that can be read alone can be changed alone")
                .check(CLASSES);
    }

    @Test
    void nobodyReadsTheClockByHimself() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .because("a test has to be able to set the time")
                .check(CLASSES);
    }
}
