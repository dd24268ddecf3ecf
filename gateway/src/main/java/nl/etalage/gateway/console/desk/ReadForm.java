package nl.etalage.gateway.console.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.gateway.console.desk.Field.Kind;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Reads the form of a story's page. Browsers end lines as mail does; here they end as they are stored. */
final class ReadForm {

    /** More rows than the contract takes products. */
    private static final int MOST_PRODUCTS = 120;

    private final Map<String, List<String>> raw = new LinkedHashMap<>();
    private final Map<String, FileItem> files = new LinkedHashMap<>();

    private ReadForm() {}

    static StoryForm of(MultipartFormDataInput input) {
        ReadForm read = new ReadForm();
        input.getValues().forEach(read::take);
        read.captions();
        return read.form();
    }

    private void take(String name, Collection<FormValue> values) {
        List<String> texts = new ArrayList<>();
        for (FormValue value : values) {
            if (value.isFileItem()) {
                files.put(name, value.getFileItem());
            } else {
                texts.add(value.getValue().replace("\r\n", "\n"));
            }
        }
        if (!texts.isEmpty()) {
            raw.put(name, texts);
        }
    }

    /** Captions that came as a file stand in the form from here on, as if they were typed. */
    private void captions() {
        files.forEach((name, chosen) -> {
            if (name.startsWith("asset.") && name.endsWith(CaptionsFile.FIELD)) {
                String text = CaptionsFile.text(chosen);
                if (!text.isEmpty()) {
                    raw.put(name.replace(CaptionsFile.FIELD, ".captions"), List.of(text));
                }
            }
        });
    }

    private StoryForm form() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        if (raw.containsKey("type")) {
            parts.put("type", List.of(one("type")));
        }
        StoryFields.all().values().stream()
                .filter(field -> raw.containsKey(field.name()))
                .forEach(field -> parts.put(field.name(), texts(field)));
        if (raw.containsKey("products.0.gtin")) {
            parts.put(StoryText.PRODUCTS, products());
        }
        List<String> assets = assets();
        Map<String, PictureForm> pictures = new LinkedHashMap<>();
        assets.forEach(asset -> pictures.put(asset, picture("asset." + asset + ".")));
        assets.removeIf(asset -> !one("asset." + asset + ".remove").isEmpty());
        parts.put(StoryText.ASSETS, assets);
        return new StoryForm(raw, new StoryText(parts), pictures, upload());
    }

    /** Null for what was not in the form. */
    private String asked(String name) {
        return raw.containsKey(name) ? one(name) : null;
    }

    private String one(String name) {
        return String.join("\n", raw.getOrDefault(name, List.of()));
    }

    private List<String> texts(Field field) {
        String joined = one(field.name());
        if (field.kind() == Kind.WORDS) {
            return listed(joined.split("[,;\n]"));
        }
        if (field.kind() == Kind.LINES) {
            return listed(joined.split("\n"));
        }
        if (field.kind() == Kind.CHOICES || field.kind() == Kind.YES) {
            // An empty one comes along, to tell nothing chosen from not asked.
            return listed(raw.get(field.name()).toArray(String[]::new));
        }
        boolean lines = field.kind() == Kind.TEXT || field.kind() == Kind.LONG;
        String text = lines ? joined.stripTrailing() : joined.strip();
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static List<String> listed(String... texts) {
        return Arrays.stream(texts)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> products() {
        List<String> products = new ArrayList<>();
        for (int at = 0; at < MOST_PRODUCTS; at++) {
            String row = "products." + at + ".";
            String product = String.join(
                    "\t",
                    StoryJson.PRODUCT_KEYS.stream()
                            .map(key -> one(row + key).strip().replace('\t', ' '))
                            .toList());
            if (!product.isBlank()) {
                products.add(product);
            }
        }
        return products;
    }

    /** The pictures in the form, the chosen main one first. */
    private List<String> assets() {
        List<String> assets = new ArrayList<>();
        for (String asset : raw.getOrDefault(StoryText.ASSETS, List.of())) {
            if (isId(asset) && !assets.contains(asset)) {
                assets.add(asset);
            }
        }
        String main = one("main");
        if (assets.remove(main)) {
            assets.add(0, main);
        }
        return assets;
    }

    static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private PictureForm picture(String start) {
        return new PictureForm(
                one(start + "altText"),
                one(start + "credit"),
                one(start + "licence"),
                one(start + "consent"),
                one(start + "consentUntil"),
                asked(start + "captions"),
                one(start + "captionsLanguage"),
                otherCaptions(start + CaptionsRow.FIELD),
                asked(start + "transcript"),
                asked(start + "noWordsReason"),
                one(start + "version"));
    }

    /** Those with a text, so that their places are those of what is sent. */
    private List<CaptionsForm> otherCaptions(String start) {
        List<CaptionsForm> others = new ArrayList<>();
        for (int at = 0; at <= CaptionsRow.MOST; at++) {
            CaptionsForm other = new CaptionsForm(one(start + at + ".language").strip(), one(start + at + ".captions"));
            if (!other.blank()) {
                others.add(other);
            }
        }
        return others;
    }

    private StoryForm.Upload upload() {
        FileItem file = files.get("file");
        if (file == null || file.getFile() == null) {
            return null;
        }
        try {
            long bytes = file.getFileSize();
            return bytes == 0 ? null : new StoryForm.Upload(file.getFile(), bytes, picture("new."));
        } catch (IOException failure) {
            throw new UncheckedIOException("An upload can't be read", failure);
        }
    }
}
