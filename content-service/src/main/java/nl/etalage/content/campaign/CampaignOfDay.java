package nl.etalage.content.campaign;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which of the campaigns of a story counts on a day, and what it gives to merge fields. */
public final class CampaignOfDay {

    private CampaignOfDay() {}

    /** One that runs, else one that comes, else one that is over; among equals the one that ends first. */
    public static Optional<Campaign> of(List<Campaign> campaigns, LocalDate day) {
        return campaigns.stream()
                .min(Comparator.<Campaign>comparingInt(campaign -> rank(campaign, day))
                        .thenComparing(campaign -> campaign.content().endsOn())
                        .thenComparing(Campaign::id));
    }

    private static int rank(Campaign campaign, LocalDate day) {
        return switch (campaign.content().stateOn(day)) {
            case RUNNING -> 0;
            case PLANNED -> 1;
            case OVER -> 2;
        };
    }

    /** Values of the merge fields of a campaign, dates as they are said in a language. */
    public static Map<String, String> fields(Campaign campaign, String language) {
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language == null ? "nl" : language));
        return Map.of(
                "campaign.name", campaign.content().name(),
                "campaign.startsOn", date.format(campaign.content().startsOn()),
                "campaign.endsOn", date.format(campaign.content().endsOn()));
    }
}
