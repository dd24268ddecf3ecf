package nl.etalage.gateway.console.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.etalage.gateway.console.desk.Field.Kind;

/** The fields of a story, in the order in which they are filled in. Lengths are those of the contract. */
final class StoryFields {

    static final List<String> TYPES = List.of(
            "product",
            "maker",
            "impact",
            "shop",
            "campaign",
            "event",
            "appeal",
            "vacancy",
            "practice",
            "playbook",
            "tip");

    static final List<String> LOCALES = List.of("nl", "en", "de", "fr");

    static final List<Field> TEXTS = List.of(
            Field.of("title", Kind.LINE, 200),
            Field.of("summary", Kind.TEXT, 500).explained(),
            Field.of("body", Kind.LONG, 20_000).explained(),
            Field.of("readerValue", Kind.TEXT, 500).explained(),
            Field.of("question", Kind.LINE, 300).explained(),
            Field.of("callToAction", Kind.LINE, 300).explained(),
            Field.of("link", Kind.LINK, 500).explained(),
            Field.of("credit", Kind.LINE, 200).explained());

    /** What a product or a maker is called where the title says something else. */
    private static final Field NAME = Field.of("details.name", Kind.LINE, 2_000).explained();

    private static final Map<String, List<Field>> DETAILS = Map.of(
            "product",
            List.of(NAME),
            "maker",
            List.of(
                    NAME,
                    Field.of("details.website", Kind.LINE, 2_000).explained(),
                    Field.of("details.sameAs", Kind.LINES, 0).explained()),
            "impact",
            List.of(
                    Field.of("details.figure", Kind.NUMBER, 30).explained(),
                    Field.of("details.unit", Kind.LINE, 200).explained(),
                    Field.of("details.source", Kind.LINE, 2_000).explained(),
                    Field.of("details.date", Kind.DATE, 0)),
            "event",
            List.of(Field.of("details.place", Kind.LINE, 2_000), Field.of("details.startsAt", Kind.MOMENT, 0)),
            "appeal",
            List.of(
                    Field.of("details.goal", Kind.NUMBER, 2_000).explained(),
                    Field.of("details.endsAt", Kind.MOMENT, 0).explained()),
            "playbook",
            List.of(Field.of("details.steps", Kind.LINES, 0).explained()));

    static final List<Field> ABOUT = List.of(
            Field.choice(
                            "functions",
                            Kind.CHOICES,
                            "visibility",
                            "persuasion",
                            "awareness",
                            "organising",
                            "action",
                            "discussion",
                            "identity")
                    .explained(),
            Field.choice("audience", Kind.CHOICES, "customers", "volunteers", "likeMinded"),
            Field.choice("themes", Kind.CHOICES).explained(),
            Field.choice(
                            "season",
                            Kind.CHOICES,
                            "sinterklaas",
                            "kerst",
                            "valentijn",
                            "pasen",
                            "wereld-fair-trade-dag",
                            "moederdag",
                            "vaderdag",
                            "lente",
                            "zomer",
                            "herfst",
                            "winter")
                    .explained(),
            new Field("locale", Kind.CHOICE, 0, false, LOCALES),
            Field.of("translationOf", Kind.STORY, 0).explained());

    /** Which shops may use it. */
    static final List<Field> WHO = List.of(
            Field.choice("owner", Kind.CHOICE).explained(),
            Field.choice("targetGroups", Kind.CHOICES).explained(),
            Field.choice("onlyStocked", Kind.YES, "yes").explained());

    static final List<Field> WHERE = List.of(
            Field.of("availableFrom", Kind.MOMENT, 0).explained(),
            Field.of("availableUntil", Kind.MOMENT, 0).explained(),
            Field.choice(
                            "lockedFields",
                            Kind.CHOICES,
                            "title",
                            "summary",
                            "body",
                            "question",
                            "callToAction",
                            "channelTexts",
                            "assets")
                    .explained());

    private StoryFields() {}

    /** What only stories of this type have. */
    static List<Field> details(String type) {
        return DETAILS.getOrDefault(type, List.of());
    }

    static List<Field> channels() {
        return Stream.of(ChannelText.values())
                .map(channel -> Field.of(channel.field(), Kind.TEXT, ChannelText.MOST))
                .toList();
    }

    /** All fields that a story of any type can have, by name. */
    static Map<String, Field> all() {
        List<Field> all = new ArrayList<>(TEXTS);
        DETAILS.values().forEach(all::addAll);
        all.addAll(ABOUT);
        all.addAll(WHO);
        all.addAll(WHERE);
        all.addAll(channels());
        Map<String, Field> byName = new LinkedHashMap<>();
        all.forEach(field -> byName.put(field.name(), field));
        return byName;
    }

    /** All fields of a story of this type, as they are read. */
    static List<Field> of(String type) {
        return Stream.of(TEXTS, details(type), ABOUT, WHO, WHERE, channels())
                .flatMap(List::stream)
                .toList();
    }

    static Optional<Field> named(String name) {
        return Optional.ofNullable(all().get(name));
    }
}
