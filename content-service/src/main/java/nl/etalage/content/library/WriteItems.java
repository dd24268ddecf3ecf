package nl.etalage.content.library;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.etalage.content.library.prepared.Filled;
import nl.etalage.content.library.prepared.PreparedStory;
import nl.etalage.content.library.prepared.Written;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.rowsecurity.RowSecurity;

/**
 * Writes what is asked of a library as JSON. A story that the shop has no version of is prepared once for all shops;
 * what it says is then not read again.
 */
@ApplicationScoped
class WriteItems {

    private static final byte[] ITEMS = bytes("{\"items\":[");
    private static final byte COMMA = ',';
    private static final byte[] LAST = bytes("]}");
    private static final String NEXT = "],\"nextPageToken\":";

    private final ReadAtOnce atOnce;
    private final ReadLibrary read;
    private final ShowItem show;
    private final PrepareStory prepare;
    private final ReadyStories ready;
    private final KnownParts parts;
    private final RowSecurity rowSecurity;
    private final FillItem fill;

    WriteItems(
            ReadAtOnce atOnce,
            ReadLibrary read,
            ShowItem show,
            PrepareStory prepare,
            ReadyStories ready,
            KnownParts parts,
            RowSecurity rowSecurity,
            FillItem fill) {
        this.atOnce = atOnce;
        this.rowSecurity = rowSecurity;
        this.read = read;
        this.show = show;
        this.prepare = prepare;
        this.ready = ready;
        this.parts = parts;
        this.fill = fill;
    }

    /** A question by a shop, and how its library stands. */
    private record Asked(LibraryPull pull, LibraryStand stand, Map<String, FillItem.Values> values) {

        ReadyStories.Key key(FoundStory story) {
            return key(story.story());
        }

        ReadyStories.Key key(UUID story) {
            return new ReadyStories.Key(stand.network(), story);
        }

        /** The shop's values in a language, looked up once. */
        FillItem.Values values(String locale) {
            return values.computeIfAbsent(
                    String.valueOf(locale),
                    any -> new FillItem.Values(pull.shop().fieldsIn(locale)));
        }

        /** Own versions and unfilled texts are nobody else's. */
        boolean likeOthers(FoundStory story) {
            return !pull.source() && story.adaptation() == null;
        }
    }

    /** A page as {@link LibraryResource.LibraryPage} has it. */
    Written page(LibraryPull pull, LibraryStand stand, PageRequest page) {
        List<FoundStory> rows =
                ReadAtOnce.answers(pull) ? atOnce.newest(pull, page) : within(pull, () -> read.page(pull, page));
        Page<FoundStory> found = page.page(rows, FoundStory::keys);
        List<Filled> items = items(new Asked(pull, stand, new HashMap<>()), found.items());
        return WrittenPage.of(items, found.nextPageToken() == null ? LAST : next(found.nextPageToken()));
    }

    /** A page in its pieces. */
    @SuppressWarnings("ArrayRecordComponent") // Written out, never compared.
    private record WrittenPage(List<Filled> items, byte[] end, int length) implements Written {

        static WrittenPage of(List<Filled> items, byte[] end) {
            int commas = Math.max(0, items.size() - 1);
            int written = items.stream().mapToInt(Filled::length).sum();
            return new WrittenPage(items, end, ITEMS.length + written + commas + end.length);
        }

        @Override
        public void write(ByteBuffer to) {
            to.put(ITEMS);
            for (int at = 0; at < items.size(); at++) {
                if (at > 0) {
                    to.put(COMMA);
                }
                items.get(at).write(to);
            }
            to.put(end);
        }
    }

    private byte[] next(String token) {
        return bytes(NEXT + new String(fill.written(token), StandardCharsets.UTF_8) + "}");
    }

    private List<Filled> items(Asked asked, List<FoundStory> found) {
        List<Filled> items = new ArrayList<>();
        List<FoundStory> unready = new ArrayList<>();
        for (FoundStory story : found) {
            Filled item = asked.likeOthers(story)
                    ? filled(asked, ready.get(asked.key(story.story()), story.revision()))
                    : null;
            items.add(item);
            if (item == null) {
                unready.add(story);
            }
        }
        if (!unready.isEmpty()) {
            Map<UUID, Filled> made = made(asked, read.withContent(unready));
            for (int at = 0; at < items.size(); at++) {
                items.set(at, items.get(at) == null ? made.get(found.get(at).story()) : items.get(at));
            }
        }
        return items;
    }

    private <T> T within(LibraryPull pull, Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.enter(List.of(pull.shop().slug()));
            return reading.get();
        });
    }

    private Map<UUID, Filled> made(Asked asked, List<LibraryRow> rows) {
        ShowItem.Known known = parts.of(asked.pull(), asked.stand(), rows);
        Map<UUID, Filled> made = new HashMap<>();
        for (LibraryRow row : rows) {
            boolean wanted = asked.likeOthers(row.found()) && ready.wanted(asked.key(row.found()));
            Filled prepared = wanted ? filled(asked, prepared(asked, row, known)) : null;
            made.put(row.story(), prepared == null ? alone(asked, row, known) : prepared);
        }
        return made;
    }

    private Filled alone(Asked asked, LibraryRow row, ShowItem.Known known) {
        return Filled.of(fill.written(show.item(row, asked.pull().setting(), known)));
    }

    private PreparedStory prepared(Asked asked, LibraryRow row, ShowItem.Known known) {
        ReadyStories.Key key = asked.key(row.found());
        PreparedStory kept = ready.get(key, row.found().revision());
        PreparedStory story = kept == null ? prepare.fieldsOf(row, known) : kept;
        Set<String> empty = asked.values(story.locale()).missing(story);
        if (!story.has(empty)) {
            story = prepare.with(empty, story, row, known);
            ready.keep(key, story);
        }
        return story;
    }

    /** Null when it must be made for this shop. */
    private Filled filled(Asked asked, PreparedStory story) {
        return story == null ? null : fill.fill(story, asked.values(story.locale()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
