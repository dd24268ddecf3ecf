package nl.etalage.gateway.console.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Where on the page of a story something is said about each of its fields, and how that place is called. */
final class Places {

    /** What is asked about a picture, film, sound or paper, in the order of the page. */
    private static final List<String> SAID = List.of(
            "file",
            "altText",
            "captions",
            "captionsLanguage",
            CaptionsRow.FIELD,
            "transcript",
            "noWordsReason",
            "credit",
            "licence",
            "consent",
            "consentUntil");

    /** What is asked about a correction, before the fields of the story. */
    private static final List<String> CORRECTION = List.of("note", "severity", "changes");

    private static final Set<String> PRODUCT_PARTS = Set.copyOf(StoryJson.PRODUCT_KEYS);

    private Places() {}

    /** {@code assets.1} stands on the page where that asset is described; any other name stays as it is. */
    static String ofAsset(String name, List<String> assets) {
        if (!name.matches(StoryText.ASSETS + "\\.\\d{1,4}")) {
            return name;
        }
        int at = Integer.parseInt(name.substring(StoryText.ASSETS.length() + 1));
        return at < assets.size() ? "asset." + assets.get(at) + ".altText" : StoryText.ASSETS;
    }

    /** The id of the place of a field. */
    static String target(String name) {
        if (name.startsWith(StoryText.ASSETS) || (ofPicture(name) && picture(name) == null)) {
            return "pictures";
        }
        if (name.equals(StoryText.PRODUCTS)) {
            return "products";
        }
        if (name.startsWith("products.")) {
            String last = name.substring(name.lastIndexOf('.') + 1);
            return FieldView.id(PRODUCT_PARTS.contains(last) ? name : name + ".gtin");
        }
        if (name.contains("." + CaptionsRow.FIELD)) {
            return FieldView.id(name.replaceFirst("\\.text$", ".captions"));
        }
        return FieldView.id(name);
    }

    /** Key of the name of a field; null where it has none. */
    static String label(String name) {
        if (name.startsWith("products.")) {
            String last = name.substring(name.lastIndexOf('.') + 1);
            return PRODUCT_PARTS.contains(last) ? Field.key("product", last) : "groupProducts";
        }
        return StoryFields.named(name).map(Field::label).orElse(null);
    }

    /** Key of the name of something asked about a picture; null for anything else. */
    static String picture(String name) {
        return switch (ofPicture(name) ? said(name) : "") {
            case "file" -> "chooseFile";
            case "noWordsReason" -> "noWords";
            case CaptionsRow.FIELD -> "captionsMore";
            case "altText",
                    "captions",
                    "captionsLanguage",
                    "transcript",
                    "credit",
                    "licence",
                    "consent",
                    "consentUntil" -> said(name);
            default -> null;
        };
    }

    /** The order in which somebody who reads the page comes past its fields. */
    static Comparator<String> downThePage(String type, List<String> assets) {
        List<String> order = new ArrayList<>(CORRECTION);
        StoryFields.TEXTS.forEach(field -> order.add(field.name()));
        StoryFields.details(type).forEach(field -> order.add(field.name()));
        order.add(StoryText.ASSETS);
        assets.forEach(asset -> SAID.forEach(part -> order.add("asset." + asset + "." + part)));
        SAID.forEach(part -> order.add("new." + part));
        order.add("type");
        StoryFields.ABOUT.forEach(field -> order.add(field.name()));
        order.add(StoryText.PRODUCTS);
        StoryFields.channels().forEach(field -> order.add(field.name()));
        StoryFields.WHO.forEach(field -> order.add(field.name()));
        StoryFields.WHERE.forEach(field -> order.add(field.name()));
        return Comparator.<String>comparingInt(name -> place(order, name)).thenComparing(Comparator.naturalOrder());
    }

    private static int place(List<String> order, String name) {
        int exact = order.indexOf(name);
        if (exact >= 0) {
            return exact;
        }
        for (int at = 0; at < order.size(); at++) {
            String part = order.get(at);
            if (name.startsWith(part.endsWith(".") ? part : part + ".")) {
                return at;
            }
        }
        return order.size();
    }

    private static boolean ofPicture(String name) {
        return name.startsWith("asset.") || name.startsWith("new.");
    }

    /** {@code altText} of {@code asset.<id>.altText}; all other captions together. */
    private static String said(String name) {
        String part =
                name.startsWith("new.") ? name.substring("new.".length()) : name.replaceFirst("^asset\\.[^.]+\\.", "");
        return part.startsWith(CaptionsRow.FIELD) ? CaptionsRow.FIELD : part;
    }
}
