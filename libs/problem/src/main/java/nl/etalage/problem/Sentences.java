package nl.etalage.problem;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** Puts problems into words in one language. Dutch unless the caller asks for English. */
public final class Sentences {

    /** Languages there are sentences in; the first is the default. */
    public static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH);

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy");

    /** Sentences without anything to fill in, as often asked for as their number is small: that of the bundles' keys. */
    private static final Map<Whole, String> WHOLE = new ConcurrentHashMap<>();

    private record Whole(String bundle, String key, Locale language) {}

    private final Locale language;

    private Sentences(Locale language) {
        this.language = language;
    }

    /** The language that fits an {@code Accept-Language} header best; a missing or malformed one means Dutch. */
    public static Sentences forHeader(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
            return new Sentences(LANGUAGES.get(0));
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage.strip()), LANGUAGES);
            return new Sentences(found == null ? LANGUAGES.get(0) : found);
        } catch (IllegalArgumentException malformed) {
            return new Sentences(LANGUAGES.get(0));
        }
    }

    public Locale language() {
        return language;
    }

    String title(ProblemType type) {
        return sentence(type.bundle(), type.name() + ".title", List.of());
    }

    String detail(ProblemType type, List<Object> arguments) {
        return sentence(type.bundle(), type.name() + ".detail", arguments);
    }

    /** What is wrong, in this language. */
    public String of(Violation.Text text) {
        if (text instanceof Violation.Message message) {
            return detail(message.type(), message.arguments());
        }
        if (text instanceof Violation.Keyed keyed) {
            return sentence(keyed.bundle(), keyed.key(), keyed.arguments());
        }
        return ((Violation.Literal) text).sentence();
    }

    /** A sentence of a bundle, filled; a date is written as people write it. The bundle's class loader is the application's. */
    public String sentence(String bundle, String key, List<Object> arguments) {
        if (arguments.isEmpty()) {
            return WHOLE.computeIfAbsent(new Whole(bundle, key, language), whole -> filled(bundle, key));
        }
        return filled(bundle, key, arguments.stream().map(this::word).toArray());
    }

    private String filled(String bundle, String key, Object... words) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String pattern = ResourceBundle.getBundle(
                        bundle, language, loader == null ? Sentences.class.getClassLoader() : loader, EXACT)
                .getString(key);
        return new MessageFormat(pattern, language).format(words);
    }

    private Object word(Object argument) {
        if (argument instanceof JsonProblems.Expected expected) {
            return expected.sentence(this);
        }
        return argument instanceof LocalDate day ? DAY.withLocale(language).format(day) : argument;
    }
}
