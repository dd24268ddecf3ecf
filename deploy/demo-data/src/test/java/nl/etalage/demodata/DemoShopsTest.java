package nl.etalage.demodata;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoShopsTest {

    static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private static final Set<String> SHOPS = Set.of(
            "zeist",
            "utrecht",
            "groningen",
            "zwolle",
            "deventer",
            "nijmegen",
            "arnhem",
            "breda",
            "middelburg",
            "haarlem",
            "leiden",
            "maastricht");

    private static List<JsonNode> shops() {
        return Demo.shops();
    }

    @Test
    void thereAreTwelveShopsAndTheNetworksOwnPublisher() {
        Map<String, Set<String>> byKind = shops().stream()
                .collect(Collectors.groupingBy(
                        shop -> shop.get("kind").asText(),
                        Collectors.mapping(shop -> shop.get("slug").asText(), Collectors.toSet())));

        assertEquals(Map.of("shop", SHOPS, "central", Set.of("landelijk")), byKind);
    }

    @ParameterizedTest
    @MethodSource("shops")
    void aShopHasWhatItNeedsToTakePart(JsonNode shop) {
        Set<String> groups =
                Demo.groups().stream().map(group -> group.get("slug").asText()).collect(Collectors.toSet());

        assertAll(
                shop.get("slug").asText(),
                () -> assertFalse(shop.path("name").asText().isBlank()),
                () -> assertFalse(shop.path("town").asText().isBlank()),
                () -> assertEquals(
                        ZoneId.of("Europe/Amsterdam"),
                        ZoneId.of(shop.get("timeZone").asText())),
                () -> assertFalse(shop.get("groups").isEmpty()),
                () -> assertTrue(groups.containsAll(Demo.texts(shop.get("groups")))),
                () -> assertTrue(shop.get("rhythm").get("postsPerWeek").asInt() > 0),
                () -> assertFalse(shop.get("rhythm").get("moments").isEmpty()),
                () -> assertFalse(shop.get("profiles").isEmpty()),
                () -> assertTrue(shop.get("fields").hasNonNull("contact")));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void openingHoursCloseAfterTheyOpenAndNeverOverlap(JsonNode shop) {
        Map<String, LocalTime> closedSince = new TreeMap<>();
        for (JsonNode hours : shop.get("openingHours")) {
            String day = hours.get("day").asText();
            LocalTime opens = LocalTime.parse(hours.get("opens").asText());
            LocalTime closes = LocalTime.parse(hours.get("closes").asText());

            assertTrue(DAYS.contains(day), day);
            assertTrue(closes.isAfter(opens), hours::toString);
            assertTrue(opens.isAfter(closedSince.getOrDefault(day, LocalTime.MIN)), hours::toString);
            closedSince.put(day, closes);
        }
    }

    @Test
    void someShopsLeaveOutAFieldButNotTheTwoThatEveryExampleUses() {
        assertEquals(Set.of("middelburg"), ordinaryShopsWithout("shop.openingHours"));
        assertEquals(Set.of("arnhem"), ordinaryShopsWithout("shop.website"));
        assertFalse(ordinaryShopsWithout("shop.webshop").isEmpty());
        assertTrue(Filled.fieldsOf(Demo.shop("zeist"))
                .keySet()
                .containsAll(Filled.longestFields().keySet()));
        assertEquals(
                Filled.fieldsOf(Demo.shop("zeist")).keySet(),
                Filled.fieldsOf(Demo.shop("utrecht")).keySet());
    }

    @Test
    void everyShopHasItsThreePeopleAndOneServesTwoShops() {
        for (JsonNode shop : shops()) {
            String slug = shop.get("slug").asText();
            assertEquals(Set.of(slug + " manager trusted"), memberships(slug + "-manager"));
            assertEquals(Set.of(slug + " publisher trusted"), memberships(slug + "-publisher"));
            assertEquals(Set.of(slug + " contributor"), memberships(slug + "-contributor"));
        }
        assertEquals(Set.of("deventer publisher trusted", "zwolle publisher trusted"), memberships("marijke"));
    }

    @Test
    void theCentralGroupCountsFourAndACoach() {
        Map<String, Long> roles = Demo.people().stream()
                .flatMap(person -> Demo.list(person.get("memberships")).stream())
                .filter(membership -> membership.get("at").asText().equals("central"))
                .collect(Collectors.groupingBy(
                        membership -> membership.get("role").asText(), Collectors.counting()));

        assertEquals(Map.of("admin", 1L, "editor", 3L, "coach", 1L), roles);
    }

    @Test
    void thePeopleAreThoseOfTheRealm() {
        JsonNode realm = Demo.readPath(Path.of("..", "keycloak", "demo-people.json"));
        Map<String, String> known = new TreeMap<>();
        realm.get("users")
                .forEach(user ->
                        known.put(user.get("username").asText(), user.get("id").asText()));

        Map<String, String> named = new TreeMap<>();
        Demo.people()
                .forEach(person -> named.put(
                        person.get("username").asText(), person.get("subject").asText()));

        assertEquals(known, named);
    }

    private static Set<String> ordinaryShopsWithout(String field) {
        return shops().stream()
                .filter(shop -> shop.get("kind").asText().equals("shop"))
                .filter(shop -> !Filled.fieldsOf(shop).containsKey(field))
                .map(shop -> shop.get("slug").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> memberships(String username) {
        Set<String> found = new TreeSet<>();
        for (JsonNode membership : Demo.person(username).get("memberships")) {
            String trusted = membership.get("trusted").asBoolean() ? " trusted" : "";
            found.add(
                    membership.get("at").asText() + " " + membership.get("role").asText() + trusted);
        }
        return found;
    }
}
