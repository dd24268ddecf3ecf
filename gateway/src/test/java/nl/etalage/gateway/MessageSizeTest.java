package nl.etalage.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.MessageBundle;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A bundle of Qute of about 300 messages becomes a class that Java refuses to load, and the gateway does not start. */
class MessageSizeTest {

    /** Well below what Java refuses. A bundle that comes near is divided by page. */
    private static final int MOST = 240;

    @Test
    void noBundleOfMessagesComesNearTheSizeThatKeepsTheGatewayFromStarting() {
        Map<String, Integer> sizes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("nl.etalage.gateway").stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .collect(Collectors.toMap(JavaClass::getSimpleName, type -> type.getMethods()
                                .size()));

        assertTrue(sizes.keySet().containsAll(Set.of("Messages", "DeskMessages", "FieldMessages")), sizes::toString);
        sizes.forEach((bundle, size) -> assertTrue(size <= MOST, () -> bundle + " has " + size + ": divide it"));
    }
}
