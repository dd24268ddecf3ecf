package nl.etalage.content.library;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.sql.DataSource;
import nl.etalage.content.access.Shop;
import nl.etalage.content.library.prepared.ShopValue;
import nl.etalage.content.library.prepared.StoredForm;

/** Reads stories that are asked by themselves, many questions in one statement, without a transaction around it. */
@ApplicationScoped
class ReadSingle {

    private static final String STORIES = "SELECT * FROM library_stories(?, ?, ?, ?, ?, ?)";

    /** More would make each wait for too many others. */
    private static final int MOST_AT_ONCE = 16;

    /** The database looks up some while we write out others. */
    private static final int LANES = 3;

    private static final String SEPARATOR = " ";

    /** Languages that are told apart; a story in another is made for each shop. */
    private static final Set<String> LANGUAGES = Set.of("nl", "en");

    private final DataSource dataSource;
    private final KeepForms forms;
    private final AskTogether<Wanted, Single> together = new AskTogether<>(MOST_AT_ONCE, LANES, this::answers);
    private final LoadingCache<Shop, Present> present =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build(ReadSingle::present);

    ReadSingle(DataSource dataSource, KeepForms forms) {
        this.dataSource = dataSource;
        this.forms = forms;
    }

    /** By whom what is asked, and whether a prepared form will do. */
    private record Wanted(LibraryPull pull, UUID story, boolean prepared) {}

    /**
     * The fields that a shop has a value for, by language, as one text.
     *
     * @param odd those whose value is more than words
     */
    private record Present(String has, String odd) {}

    /**
     * A story that the shop may use.
     *
     * @param form that fits the shop; of a story that can't be prepared one that isn't {@link StoredForm#prepared()};
     *     null where nobody prepared it
     * @param found null where a form is prepared
     * @param content what the story says; null where a form is prepared
     */
    record Single(StoredForm form, FoundStory found, String content) {}

    /** Never blocks; null for a story that the shop may not use. */
    CompletionStage<Single> of(LibraryPull pull, UUID story) {
        return ask(new Wanted(pull, story, !pull.source()));
    }

    /** As above, never a prepared form. */
    CompletionStage<Single> itself(LibraryPull pull, UUID story) {
        return ask(new Wanted(pull, story, false));
    }

    /** Whether what is prepared of a story in this language is found again. */
    static boolean tells(String locale) {
        return locale != null && LANGUAGES.contains(locale);
    }

    private CompletionStage<Single> ask(Wanted wanted) {
        CompletableFuture<Single> single = new CompletableFuture<>();
        together.ask(wanted, (found, failure) -> {
            if (failure == null) {
                single.complete(found);
            } else {
                single.completeExceptionally(failure);
            }
        });
        return single;
    }

    private List<Single> answers(List<Wanted> wanted) throws SQLException {
        Single[] answers = new Single[wanted.size()];
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STORIES)) {
            select.setArray(1, array(connection, "text", wanted, ReadSingle::shop));
            select.setArray(2, array(connection, "timestamptz", wanted, one -> one.pull()
                    .now()
                    .atOffset(ZoneOffset.UTC)));
            select.setArray(3, array(connection, "uuid", wanted, Wanted::story));
            select.setArray(4, array(connection, "text", wanted, one -> present(one, Present::has)));
            select.setArray(5, array(connection, "text", wanted, one -> present(one, Present::odd)));
            select.setString(6, forms.code());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    answers[row.getInt("asked") - 1] = single(row);
                }
            }
        }
        return Arrays.asList(answers);
    }

    private static Array array(Connection connection, String type, List<Wanted> wanted, Function<Wanted, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, wanted.stream().map(value).toArray());
    }

    private static String shop(Wanted wanted) {
        return EnterLibrary.named(wanted.pull().shop().slug());
    }

    /** Null for who wants the story itself, whom no form fits. */
    private String present(Wanted wanted, Function<Present, String> which) {
        return wanted.prepared() ? which.apply(present.get(wanted.pull().shop())) : null;
    }

    private static Present present(Shop shop) {
        StringJoiner has = new StringJoiner(SEPARATOR);
        StringJoiner odd = new StringJoiner(SEPARATOR);
        for (String language : LANGUAGES) {
            shop.fieldsIn(language).forEach((field, value) -> {
                has.add(KeepForms.named(language, field));
                if (ShopValue.of(value) == null) {
                    odd.add(KeepForms.named(language, field));
                }
            });
        }
        return new Present(has.toString(), odd.toString());
    }

    private static Single single(ResultSet row) throws SQLException {
        byte[] marked = row.getBytes("marked");
        StoredForm form = form(row, marked);
        return marked == null
                ? new Single(form, FoundStory.of(row), row.getString("content"))
                : new Single(form, null, null);
    }

    private static StoredForm form(ResultSet row, byte[] marked) throws SQLException {
        String locale = row.getString("locale");
        if (locale == null) {
            return null;
        }
        int prefix = KeepForms.named(locale, "").length();
        List<String> filled = Arrays.stream((String[]) row.getArray("filled").getArray())
                .map(field -> field.substring(prefix))
                .toList();
        return new StoredForm(locale, filled, List.of(), List.of(), row.getString("link"), marked);
    }
}
