package nl.etalage.gateway.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.etalage.gateway.console.desk.Field.Kind;

/** A story between the service and a form. */
final class StoryJson {

    static final List<String> PRODUCT_KEYS = List.of("gtin", "sku", "brand", "supplier", "article");

    /** A number as people in the Netherlands or England write it, with at most one mark for the decimals. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:[.,]\\d{1,6})?");

    /** Thousands apart, as in 1.250.000 or 12 500. */
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[.\\u00a0 ]\\d{3})+(?:,\\d{1,6})?");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private StoryJson() {}

    /** All parts of a story, in the order of the form. */
    static StoryText read(JsonNode story) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("type", List.of(story.path("type").asText()));
        StoryFields.all().values().forEach(field -> parts.put(field.name(), texts(field, at(story, field.name()))));
        List<String> products = new ArrayList<>();
        story.path("products").forEach(product -> products.add(product(product)));
        parts.put(StoryText.PRODUCTS, products);
        parts.put(StoryText.ASSETS, list(story.path("assets")));
        return new StoryText(parts);
    }

    private static JsonNode at(JsonNode story, String name) {
        return story.at("/" + name.replace('.', '/'));
    }

    private static List<String> texts(Field field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (value.isArray()) {
            return list(value);
        }
        if (field.kind() == Kind.YES) {
            return value.asBoolean() ? List.of("yes") : List.of();
        }
        String text = written(field, value);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static String written(Field field, JsonNode value) {
        if (field.kind() == Kind.NUMBER && value.isNumber()) {
            return value.decimalValue().toPlainString().replace('.', ',');
        }
        if (field.kind() == Kind.STORY) {
            return Desk.STORIES + value.asText();
        }
        return instant(field) ? Moments.local(value.asText()) : value.asText();
    }

    /** The times of a story are instants; those of its details are times on the clock. */
    private static boolean instant(Field field) {
        return field.kind() == Kind.MOMENT && !field.name().startsWith("details.");
    }

    private static List<String> list(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static String product(JsonNode product) {
        return String.join(
                "\t",
                PRODUCT_KEYS.stream()
                        .map(key -> product.path(key).isNull()
                                ? ""
                                : product.path(key).asText(""))
                        .toList());
    }

    /** The merge patch that makes these parts of a story what they are in the form. */
    static ObjectNode patch(StoryText text, Collection<String> parts) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (String part : parts) {
            if (part.equals("type")) {
                patch.put("type", text.type());
            } else if (part.equals(StoryText.PRODUCTS)) {
                products(patch.putArray(part), text.all(part));
            } else if (part.equals(StoryText.ASSETS)) {
                ArrayNode assets = patch.putArray(part);
                text.all(part).forEach(assets::add);
            } else {
                StoryFields.named(part).ifPresent(field -> put(patch, field, text.all(part)));
            }
        }
        return patch;
    }

    private static void put(ObjectNode patch, Field field, List<String> texts) {
        int dot = field.name().indexOf('.');
        ObjectNode owner = dot < 0 ? patch : patch.withObject("/" + field.name().substring(0, dot));
        String name = field.name().substring(dot + 1);
        switch (field.kind()) {
            case CHOICES, WORDS, LINES -> {
                ArrayNode array = owner.putArray(name);
                texts.forEach(array::add);
            }
            case YES -> owner.put(name, !texts.isEmpty());
            default -> owner.set(name, texts.isEmpty() ? owner.nullNode() : value(field, String.join("\n", texts)));
        }
    }

    private static JsonNode value(Field field, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (field.kind() == Kind.NUMBER) {
            return number(text);
        }
        if (field.kind() == Kind.STORY) {
            return json.textNode(story(text));
        }
        return json.textNode(instant(field) ? Moments.instant(text).toString() : text);
    }

    /** The id in an address; what holds none goes as it was typed, for the service to say what should stand there. */
    private static String story(String address) {
        Matcher id = ID.matcher(address);
        return id.find() ? id.group() : address;
    }

    /** What is no number goes as it was typed, for the service to say what should stand there. */
    private static JsonNode number(String text) {
        String plain = text.strip();
        if (THOUSANDS.matcher(plain).matches()) {
            plain = plain.replaceAll("[.\\u00a0 ]", "");
        }
        return NUMBER.matcher(plain).matches()
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(plain.replace(',', '.')))
                : JsonNodeFactory.instance.textNode(text);
    }

    private static void products(ArrayNode array, List<String> products) {
        for (String product : products) {
            List<String> keys = Arrays.asList(product.split("\t", -1));
            ObjectNode node = array.addObject();
            for (int at = 0; at < PRODUCT_KEYS.size(); at++) {
                String key = at < keys.size() ? keys.get(at).strip() : "";
                if (!key.isEmpty()) {
                    node.put(PRODUCT_KEYS.get(at), key);
                }
            }
        }
    }
}
