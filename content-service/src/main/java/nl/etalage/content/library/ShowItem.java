package nl.etalage.content.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.etalage.content.access.Shop;
import nl.etalage.content.asset.Asset;
import nl.etalage.content.campaign.Campaign;
import nl.etalage.content.campaign.CampaignOfDay;
import nl.etalage.content.campaign.CampaignRepository;
import nl.etalage.content.platform.Platform;
import nl.etalage.content.story.StoryContent;
import nl.etalage.content.text.Markdown;
import nl.etalage.content.text.Template;

/** Makes rows of the library ready to show at one shop. */
@ApplicationScoped
class ShowItem {

    private final ShowMedia media;
    private final CampaignRepository campaigns;

    ShowItem(ShowMedia media, CampaignRepository campaigns) {
        this.media = media;
        this.campaigns = campaigns;
    }

    /** For whom and when it is shown, and whether as written. */
    record Setting(Shop shop, LocalDate today, boolean source) {}

    /** What items are made with: the files and campaigns of a page. */
    record Known(Map<UUID, Asset> assets, List<Campaign> campaigns) {

        List<Campaign> of(LibraryRow row) {
            return campaigns.stream()
                    .filter(campaign -> row.campaigns().contains(campaign.id()))
                    .toList();
        }
    }

    List<LibraryItem> show(List<LibraryRow> rows, Setting setting) {
        Known known = known(rows);
        return rows.stream().map(row -> item(row, setting, known)).toList();
    }

    LibraryItem item(LibraryRow row, Setting setting, Known known) {
        Filling filling = setting.source() ? new AsWritten() : new Filled(values(setting, row.shown(), known.of(row)));
        return item(row, filling, known);
    }

    Known known(List<LibraryRow> rows) {
        Set<UUID> pictures = new HashSet<>();
        Set<UUID> campaignIds = new HashSet<>();
        rows.forEach(row -> {
            pictures.addAll(row.shown().assets());
            pictures.addAll(row.content().assets());
            campaignIds.addAll(row.campaigns());
        });
        return new Known(media.known(pictures), campaigns.withIds(campaignIds));
    }

    LibraryItem item(LibraryRow row, Filling filling, Known known) {
        StoryContent content = row.shown();
        String body = filling.markdown(content.body());
        return new LibraryItem(
                row.story(),
                row.found().revision(),
                row.found().own() ? LibraryItem.Version.SHOP : LibraryItem.Version.NETWORK,
                row.found().adaptation(),
                content.type(),
                details(content.details(), filling),
                content.owner(),
                content.locale(),
                // Only a draft can lack one, and shows as a preview.
                content.title() == null ? "" : filling.title(content.title()),
                filling.plain(content.summary()),
                body,
                filling.html(body),
                filling.plain(content.readerValue()),
                filling.plain(content.question()),
                filling.plain(content.callToAction()),
                channelTexts(content, filling),
                filling.link(content.link()),
                content.credit(),
                content.functions(),
                content.audience(),
                content.themes(),
                content.season(),
                content.products(),
                media.pictures(content, known.assets()),
                media.media(content, known.assets()),
                row.campaigns(),
                content.lockedFields(),
                filling.missing(),
                ShowMedia.until(row.content(), known.assets()),
                row.found().appearedAt(),
                row.found().updatedAt());
    }

    private static Map<Platform, String> channelTexts(StoryContent content, Filling filling) {
        Map<Platform, String> texts = new LinkedHashMap<>();
        content.channelTexts().forEach((platform, text) -> texts.put(platform, filling.markdown(text)));
        return texts;
    }

    private static JsonNode details(JsonNode details, Filling filling) {
        if (details == null || !details.isObject()) {
            return null;
        }
        ObjectNode filled = details.deepCopy();
        details.properties().forEach(field -> {
            if (field.getValue().isTextual()) {
                filled.put(field.getKey(), filling.plain(field.getValue().asText()));
            } else if (field.getValue().isArray()) {
                ArrayNode items = filled.putArray(field.getKey());
                field.getValue().forEach(item -> items.add(TextNode.valueOf(filling.plain(item.asText()))));
            }
        });
        return filled;
    }

    /** What becomes of the texts of one story. */
    interface Filling {

        String title(String text);

        String plain(String text);

        String markdown(String text);

        /** Filled Markdown as HTML; null where none is wanted. */
        String html(String body);

        String link(String text);

        List<String> missing();
    }

    private static final class AsWritten implements Filling {

        @Override
        public String title(String text) {
            return text;
        }

        @Override
        public String plain(String text) {
            return text;
        }

        @Override
        public String markdown(String text) {
            return text;
        }

        @Override
        public String html(String body) {
            return null;
        }

        @Override
        public String link(String text) {
            return text;
        }

        @Override
        public List<String> missing() {
            return List.of();
        }
    }

    private static Map<String, String> values(Setting setting, StoryContent content, List<Campaign> campaigns) {
        Map<String, String> values = setting.shop().fieldsIn(content.locale());
        CampaignOfDay.of(campaigns, setting.today())
                .ifPresent(campaign -> values.putAll(CampaignOfDay.fields(campaign, content.locale())));
        return values;
    }

    /** With values by field. */
    static class Filled implements Filling {

        private final Template template;

        Filled(Map<String, String> values) {
            this.template = new Template(values);
        }

        @Override
        public String title(String text) {
            return template.title(text);
        }

        @Override
        public String plain(String text) {
            return template.plain(text);
        }

        @Override
        public String markdown(String text) {
            return template.markdown(text);
        }

        @Override
        public String html(String body) {
            return Markdown.toHtml(body);
        }

        @Override
        public String link(String text) {
            return template.link(text);
        }

        @Override
        public List<String> missing() {
            return template.missing();
        }
    }
}
