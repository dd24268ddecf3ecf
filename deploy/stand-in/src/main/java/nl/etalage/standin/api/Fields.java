package nl.etalage.standin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.etalage.standin.json.Json;

/** What the caller filled in, read alike from JSON and from a form; a list is {@code name[]} in a form. */
public final class Fields {
    private final JsonNode json;
    private final MultiMap form;

    private Fields(JsonNode json, MultiMap form) {
        this.json = json;
        this.form = form;
    }

    /** @throws Refusal 400 when the body says it is JSON and isn't */
    static Fields of(RoutingContext context) {
        String type =
                Optional.ofNullable(context.request().getHeader("Content-Type")).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return new Fields(Json.object(), context.request().formAttributes());
        }
        String body = context.body().asString(StandardCharsets.UTF_8.name());
        try {
            JsonNode json = body == null || body.isBlank() ? Json.object() : Json.parse(body);
            return new Fields(json, MultiMap.caseInsensitiveMultiMap());
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "Error occurred while parsing request parameters");
        }
    }

    public Optional<String> text(String name) {
        JsonNode value = json.path(name);
        String found = value.isValueNode() && !value.isNull() ? value.asText() : form.get(name);
        return Optional.ofNullable(found).map(Fields::wellFormed);
    }

    public List<String> list(String name) {
        List<String> values = new ArrayList<>(form.getAll(name + "[]"));
        if (json.path(name).isArray()) {
            json.path(name).forEach(value -> values.add(value.asText()));
        }
        return List.copyOf(values);
    }

    public boolean isTrue(String name) {
        return text(name)
                .filter(value -> value.equals("true") || value.equals("1"))
                .isPresent();
    }

    public boolean has(String name) {
        return json.hasNonNull(name)
                || form.names().stream().anyMatch(field -> field.equals(name) || field.startsWith(name + "["));
    }

    // Half a surrogate pair can't be stored as UTF-8.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
