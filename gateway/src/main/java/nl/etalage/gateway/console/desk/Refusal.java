package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/**
 * Why a service said no, in sentences it wrote for this reader.
 *
 * @param status of the answer
 * @param sentence about the whole
 * @param fields sentences by the name of the field in the form
 */
record Refusal(int status, String sentence, Map<String, String> fields) {

    static final int OUTDATED = 412;

    /** Answers that say something to the person at the desk. */
    static final Set<Integer> TOLD = Set.of(400, 409, OUTDATED, 413, 422, 428, 429);

    static Refusal of(Throwable failure) {
        ClientWebApplicationException answered = (ClientWebApplicationException) failure;
        JsonNode problem = answered.getResponse().readEntity(JsonNode.class);
        Map<String, String> fields = new LinkedHashMap<>();
        for (JsonNode violation : problem.path("violations")) {
            fields.merge(
                    field(violation.path("pointer").asText()),
                    violation.path("detail").asText(),
                    (one, other) -> one.equals(other) ? one : one + " " + other);
        }
        return new Refusal(
                answered.getResponse().getStatus(), problem.path("detail").asText(), fields);
    }

    boolean outdated() {
        return status == OUTDATED;
    }

    /** The one sentence to show where there is room for one only. */
    String first() {
        return fields.isEmpty() ? sentence : fields.values().iterator().next();
    }

    /** {@code /changes/details/source} stands in the form as {@code details.source}. */
    static String field(String pointer) {
        String path = pointer.startsWith("/changes/") ? pointer.substring("/changes".length()) : pointer;
        String name = path.replaceFirst("^[/#]", "").replace('/', '.');
        boolean list = name.startsWith("themes.")
                || name.startsWith("season.")
                || name.startsWith("targetGroups.")
                || name.startsWith("details.steps.");
        return list ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
