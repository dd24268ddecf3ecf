package nl.etalage.demodata.bring;

import static nl.etalage.demodata.bring.Network.ADMIN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.etalage.demodata.api.Api;
import nl.etalage.demodata.api.Call;
import nl.etalage.demodata.content.DemoFiles;

/** The admin gives the people of the realm their roles. */
final class People {

    private final Api api;
    private final DemoFiles files;

    People(Api api, DemoFiles files) {
        this.api = api;
        this.files = files;
    }

    private record Membership(JsonNode person, JsonNode part) {}

    String bring() {
        Map<String, List<Membership>> byPlace = new LinkedHashMap<>();
        for (JsonNode person : files.people()) {
            for (JsonNode part : person.get("memberships")) {
                byPlace.computeIfAbsent(part.get("at").asText(), place -> new ArrayList<>())
                        .add(new Membership(person, part));
            }
        }
        List<Integer> made = Together.each(byPlace.entrySet(), place -> bring(place.getKey(), place.getValue()));
        return files.people().size() + " people, new memberships "
                + made.stream().mapToInt(Integer::intValue).sum();
    }

    private int bring(String place, List<Membership> memberships) {
        String path = place.equals("central") ? "/api/v1/central/members" : "/api/v1/shops/" + place + "/members";
        List<JsonNode> there = api.list(ADMIN, path);
        int made = 0;
        for (Membership membership : memberships) {
            String subject = membership.person().get("subject").asText();
            Optional<JsonNode> known = there.stream()
                    .filter(member -> member.path("subject").asText().equals(subject))
                    .findFirst();
            if (known.isEmpty()) {
                api.send(Call.create(ADMIN, path, member(membership)));
                made++;
            } else if (!known.get().hasNonNull("email")) {
                introduce(path, known.get(), membership.person());
            }
        }
        return made;
    }

    /** The first admin was made before anyone could say who that is. */
    private void introduce(String path, JsonNode member, JsonNode person) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.set("name", person.get("name"));
        patch.set("email", person.get("email"));
        api.send(Call.change(ADMIN, path + "/" + member.get("id").asText(), member, patch));
    }

    private static ObjectNode member(Membership membership) {
        ObjectNode member = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("subject", "name", "email")) {
            member.set(field, membership.person().get(field));
        }
        for (String field : List.of("role", "trusted")) {
            member.set(field, membership.part().get(field));
        }
        return member;
    }
}
