package nl.etalage.local.process;

import java.util.List;
import java.util.Map;

/** What a started process takes over from the shell of the person who started it. */
final class Environment {

    /** A developer's settings for another Keycloak, PostgreSQL or Quarkus application would reach ours too. */
    private static final List<String> SETTINGS = List.of("ETALAGE_", "KC_", "PG", "QUARKUS_", "STAND_IN_");

    private Environment() {}

    static void withoutOthersSettings(Map<String, String> environment) {
        environment.keySet().removeIf(name -> SETTINGS.stream().anyMatch(name::startsWith));
    }
}
