package nl.etalage.content.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.etalage.content.library.LibraryItem;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.content.story.Product;
import nl.etalage.content.story.StoryType;
import nl.etalage.content.text.Markdown;

/**
 * Stories about products in the words of schema.org: a Product with its brand and maker, and the stories as Articles
 * about it.
 *
 * @see <a href="https://schema.org/Product">schema.org, Product</a>
 * @see <a href="https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements">JSON-LD 1.1,
 *     section 7.2</a>
 */
@ApplicationScoped
class LinkedData {

    private static final String TYPE = "@type";
    private static final String NAME = "name";
    private static final String BRAND = "Brand";
    private static final String ORGANIZATION = "Organization";

    private final ObjectMapper json;

    LinkedData(ObjectMapper json) {
        this.json = json;
    }

    /** A document that can stand in a script element as it is. */
    String of(ProductAnswer.Question question, ProductPage page) {
        ObjectNode document = json.createObjectNode().put("@context", "https://schema.org");
        List<ObjectNode> things = question.keys().stream()
                .map(key -> thing(
                        key,
                        page.items().stream()
                                .filter(story -> story.keys().contains(key))
                                .toList()))
                .toList();
        if (question.one()) {
            document.setAll(things.get(0));
        } else {
            document.putArray("@graph").addAll(things);
        }
        return safe(document);
    }

    private ObjectNode thing(AskedKey key, List<ProductStory> stories) {
        ObjectNode thing = json.createObjectNode();
        if (key.brand() != null) {
            describe(thing.put(TYPE, BRAND).put(NAME, key.brand()), makersStory(stories));
        } else if (!key.product()) {
            describe(thing.put(TYPE, ORGANIZATION).put(NAME, key.supplier()), makersStory(stories));
        } else {
            product(thing, key, stories);
        }
        if (!stories.isEmpty()) {
            ArrayNode about = thing.putArray("subjectOf");
            stories.forEach(story -> about.add(article(story.story())));
        }
        return thing;
    }

    private void product(ObjectNode thing, AskedKey key, List<ProductStory> stories) {
        thing.put(TYPE, "Product");
        put(thing, NAME, name(stories));
        Gtin.of(key.gtin()).ifPresent(gtin -> thing.put("gtin", gtin.value()));
        if (key.sku() != null) {
            thing.put("sku", key.sku());
        }
        if (key.article() != null) {
            thing.put("mpn", key.article());
        }
        List<Product> named = named(key, stories);
        named.stream()
                .map(Product::brand)
                .filter(LinkedData::filled)
                .findFirst()
                .ifPresent(brand -> thing.putObject("brand").put(TYPE, BRAND).put(NAME, brand));
        ObjectNode maker = maker(named, stories);
        if (maker != null) {
            thing.set("manufacturer", maker);
        }
    }

    /**
     * What the product is called, which everybody who reads a Product wants: as a product story of it alone names it in
     * its details, else that story's title; else, where every story is about more, the title of the first. Null without a
     * story.
     */
    private static String name(List<ProductStory> stories) {
        List<LibraryItem> best = stories.stream()
                .sorted(Comparator.comparingInt((ProductStory story) -> story.match() == Match.PRODUCT ? 0 : 1)
                        .thenComparingInt(story -> story.story().type() == StoryType.PRODUCT ? 0 : 1)
                        .thenComparingInt(
                                story -> Math.min(2, story.story().products().size())))
                .map(ProductStory::story)
                .toList();
        return best.stream()
                .filter(story ->
                        story.type() == StoryType.PRODUCT && story.products().size() == 1)
                .map(story -> text(story.details(), NAME))
                .filter(LinkedData::filled)
                .findFirst()
                .or(() -> best.stream().map(LibraryItem::title).findFirst())
                .orElse(null);
    }

    /** How the stories name the product; where they only tell of its maker, how they name that. */
    private static List<Product> named(AskedKey key, List<ProductStory> stories) {
        List<Product> all = stories.stream()
                .flatMap(story -> story.story().products().stream())
                .toList();
        List<Product> same = all.stream()
                .filter(product -> key.gtin() != null
                        && Gtin.of(product.gtin()).isPresent()
                        && Gtin.of(product.gtin()).equals(Gtin.of(key.gtin())))
                .toList();
        return same.isEmpty() && stories.stream().noneMatch(story -> story.match() == Match.PRODUCT) ? all : same;
    }

    /** Who makes it: the maker's own story knows best, else the name of the brand. */
    private ObjectNode maker(List<Product> named, List<ProductStory> stories) {
        LibraryItem told = makersStory(stories);
        String brand = named.stream()
                .map(Product::brand)
                .filter(LinkedData::filled)
                .findFirst()
                .orElse(null);
        String name = told == null || text(told.details(), NAME) == null ? brand : text(told.details(), NAME);
        if (name == null) {
            return null;
        }
        return describe(json.createObjectNode().put(TYPE, ORGANIZATION).put(NAME, name), told);
    }

    /** Null when none of them is about a maker. */
    private static LibraryItem makersStory(List<ProductStory> stories) {
        return stories.stream()
                .map(ProductStory::story)
                .filter(story -> story.type() == StoryType.MAKER)
                .findFirst()
                .orElse(null);
    }

    /** Adds to a maker or brand what its own story knows; nothing without one. */
    private static ObjectNode describe(ObjectNode maker, LibraryItem told) {
        if (told != null) {
            put(maker, "description", told.summary());
            put(maker, "url", address(text(told.details(), "website")));
            List<String> same = addresses(told.details());
            if (!same.isEmpty()) {
                ArrayNode list = maker.putArray("sameAs");
                same.forEach(list::add);
            }
        }
        return maker;
    }

    private ObjectNode article(LibraryItem story) {
        ObjectNode article = json.createObjectNode().put(TYPE, "Article").put("@id", "urn:uuid:" + story.id());
        put(article, "headline", story.title());
        put(article, "description", story.summary());
        put(article, "articleBody", Markdown.toText(story.body()));
        put(article, "inLanguage", story.locale());
        put(article, "url", address(story.link()));
        article.put("datePublished", story.appeared().toString());
        article.put("dateModified", story.updated().toString());
        ArrayNode images = json.createArrayNode();
        story.pictures().forEach(picture -> picture.sizes().stream()
                .filter(size -> size.name().equals("web"))
                .forEach(size -> images.add(image(picture, size))));
        if (!images.isEmpty()) {
            article.set("image", images);
        }
        return article;
    }

    private ObjectNode image(LibraryItem.Picture picture, LibraryItem.Form size) {
        ObjectNode image = json.createObjectNode()
                .put(TYPE, "ImageObject")
                .put("contentUrl", size.url())
                .put("width", size.width())
                .put("height", size.height());
        put(image, "caption", picture.altText());
        put(image, "creditText", picture.credit());
        return image;
    }

    /** The maker's own site and what an editor put in {@code sameAs}: pages that are about just this maker. */
    private static List<String> addresses(JsonNode details) {
        List<String> found = new ArrayList<>();
        found.add(address(text(details, "website")));
        JsonNode same = details == null ? null : details.get("sameAs");
        if (same != null && same.isArray()) {
            same.forEach(one -> found.add(address(one.asText())));
        } else {
            found.add(address(text(details, "sameAs")));
        }
        return found.stream().filter(Objects::nonNull).distinct().toList();
    }

    private static String address(String text) {
        boolean web = filled(text) && (text.startsWith("https://") || text.startsWith("http://"));
        return web ? text.strip() : null;
    }

    private static String text(JsonNode details, String name) {
        return details != null
                        && details.path(name).isTextual()
                        && filled(details.get(name).asText())
                ? details.get(name).asText()
                : null;
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    private static void put(ObjectNode node, String name, String text) {
        if (filled(text)) {
            node.put(name, text);
        }
    }

    /** Nothing in it may end the script element. */
    private String safe(ObjectNode document) {
        try {
            return json.writeValueAsString(document)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A tree has a JSON form", unwritable);
        }
    }
}
