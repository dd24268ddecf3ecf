package nl.etalage.content.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.etalage.content.platform.Platform;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that an editor writes of a story. Texts are as written: title and such plain, body and channel texts CommonMark,
 * all with merge fields. Absent lists are empty; every text may be absent in a draft.
 *
 * @param type what kind of story
 * @param details fields of the type, see {@link Details}
 * @param owner {@code network}, or the slug of the group of shops that owns it
 * @param locale language, such as {@code nl}
 * @param readerValue what the reader gets out of it
 * @param link where to read on; http or https, may hold merge fields
 * @param credit whom the story is owed to, as readers see it
 * @param themes keys of the network's list, at most 30; a name or synonym is taken too, and kept as the key
 * @param season times of year it is for; empty for what its title and themes say
 * @param products at most 100
 * @param assets ids, the first is the main picture; at most 20
 * @param channelTexts text of its own for a platform
 * @param availableFrom embargo; null for at once
 * @param availableUntil last instant; null for always
 * @param targetGroups slugs of groups of shops; empty for all
 * @param onlyStocked whether it is only for shops that sell one of its products, by any key
 * @param translationOf the story that this one says in another language; null for a story of its own
 * @param lockedFields what a shop may not say in its own words
 */
@Schema(name = "StoryContent")
public record StoryContent(
        StoryType type,
        @Schema(type = SchemaType.OBJECT, nullable = true) JsonNode details,
        String owner,
        @Schema(examples = "nl", nullable = true) String locale,
        @Schema(maxLength = 200, nullable = true, examples = "De vrouwen achter de koffie") String title,
        @Schema(maxLength = 500, nullable = true) String summary,
        @Schema(maxLength = 20_000, nullable = true) String body,
        @Schema(maxLength = 500, nullable = true) String readerValue,
        @Schema(maxLength = 300, nullable = true) String question,
        @Schema(maxLength = 300, nullable = true) String callToAction,
        @Schema(maxLength = 500, nullable = true) String link,
        @Schema(maxLength = 200, nullable = true, examples = "Wereldwinkel Zeist") String credit,
        List<StoryFunction> functions,
        List<Audience> audience,
        List<String> themes,
        List<Season> season,
        List<Product> products,
        List<UUID> assets,
        Map<Platform, String> channelTexts,
        @Schema(nullable = true) Instant availableFrom,
        @Schema(nullable = true) Instant availableUntil,
        List<String> targetGroups,
        boolean onlyStocked,
        @Schema(nullable = true) UUID translationOf,
        List<TextField> lockedFields) {

    /** Who owns a story when nobody else does. */
    public static final String NETWORK = "network";

    public StoryContent {
        owner = owner == null || owner.isBlank() ? NETWORK : owner;
        functions = listed(functions);
        audience = listed(audience);
        themes = listed(themes);
        season = listed(season);
        products = listed(products);
        assets = listed(assets);
        channelTexts = texts(channelTexts);
        availableFrom = micros(availableFrom);
        availableUntil = micros(availableUntil);
        targetGroups = listed(targetGroups);
        lockedFields = listed(lockedFields);
    }

    /** What there is at the beginning of a story that somebody gave. */
    public static StoryContent begin(StoryType type, String locale, String body, String credit, List<UUID> assets) {
        return new StoryContent(
                type, null, null, locale, null, null, body, null, null, null, null, credit, null, null, null, null,
                null, assets, null, null, null, null, false, null, null);
    }

    /** The same with other themes. */
    StoryContent withThemes(List<String> keys) {
        return new StoryContent(
                type,
                details,
                owner,
                locale,
                title,
                summary,
                body,
                readerValue,
                question,
                callToAction,
                link,
                credit,
                functions,
                audience,
                keys,
                season,
                products,
                assets,
                channelTexts,
                availableFrom,
                availableUntil,
                targetGroups,
                onlyStocked,
                translationOf,
                lockedFields);
    }

    /** The group of shops that owns it; null when the network does. */
    public String ownerGroup() {
        return NETWORK.equals(owner) ? null : owner;
    }

    private static Map<Platform, String> texts(Map<Platform, String> texts) {
        Map<Platform, String> present = new LinkedHashMap<>(texts == null ? Map.of() : texts);
        present.values().removeIf(text -> text == null || text.isBlank());
        return Collections.unmodifiableMap(present);
    }

    private static <T> List<T> listed(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** As precise as the database keeps it, so that what is read is what was written. */
    private static Instant micros(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
