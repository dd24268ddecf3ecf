package nl.etalage.content.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.etalage.content.library.prepared.PreparedStory;
import nl.etalage.content.text.Template;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;

/**
 * Writes what is asked of a library as JSON. A story that the shop has no version of is prepared once for all shops;
 * what it says is then not read again.
 */
@ApplicationScoped
class WriteItems {

    private static final byte[] ITEMS = bytes("{\"items\":[");
    private static final byte[] NEXT = bytes("],\"nextPageToken\":");
    private static final byte[] LAST = bytes("]");

    private final ReadAtOnce atOnce;
    private final ReadLibrary read;
    private final ShowItem show;
    private final PrepareStory prepare;
    private final ReadyStories ready;
    private final KnownParts parts;
    private final RowSecurity rowSecurity;
    private final ObjectMapper json;

    WriteItems(
            ReadAtOnce atOnce,
            ReadLibrary read,
            ShowItem show,
            PrepareStory prepare,
            ReadyStories ready,
            KnownParts parts,
            RowSecurity rowSecurity,
            ObjectMapper json) {
        this.atOnce = atOnce;
        this.rowSecurity = rowSecurity;
        this.read = read;
        this.show = show;
        this.prepare = prepare;
        this.ready = ready;
        this.parts = parts;
        this.json = json;
    }

    /** A question by a shop, and how its library stands. */
    private record Asked(LibraryPull pull, LibraryStand stand, Map<String, Map<String, String>> fields) {

        ReadyStories.Key key(FoundStory story) {
            return key(story.story());
        }

        ReadyStories.Key key(UUID story) {
            return new ReadyStories.Key(stand.network(), story);
        }

        /** The shop's values in a language, looked up once. */
        Map<String, String> values(String locale) {
            return fields.computeIfAbsent(
                    String.valueOf(locale), any -> pull.shop().fieldsIn(locale));
        }

        Set<String> empty(PreparedStory story) {
            if (story.fields().isEmpty()) {
                return Set.of();
            }
            Map<String, String> values = values(story.locale());
            return story.fields().stream()
                    .filter(field -> !values.containsKey(field))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Own versions and unfilled texts are nobody else's. */
        boolean likeOthers(FoundStory story) {
            return !pull.source() && story.adaptation() == null;
        }
    }

    /** A page as {@link LibraryResource.LibraryPage} has it. */
    byte[] page(LibraryPull pull, LibraryStand stand, PageRequest page) {
        List<FoundStory> rows =
                ReadAtOnce.answers(pull) ? atOnce.newest(pull, page) : within(pull, () -> read.page(pull, page));
        Page<FoundStory> found = page.page(rows, FoundStory::keys);
        List<byte[]> items = items(new Asked(pull, stand, new HashMap<>()), found.items());
        int length = items.stream().mapToInt(item -> item.length + 1).sum();
        ByteArrayOutputStream written = new ByteArrayOutputStream(length + 500);
        written.writeBytes(ITEMS);
        for (int at = 0; at < items.size(); at++) {
            if (at > 0) {
                written.write(',');
            }
            written.writeBytes(items.get(at));
        }
        if (found.nextPageToken() == null) {
            written.writeBytes(LAST);
        } else {
            written.writeBytes(NEXT);
            written.writeBytes(written(found.nextPageToken()));
        }
        written.write('}');
        return written.toByteArray();
    }

    /**
     * One story.
     *
     * @throws nl.etalage.problem.ProblemException 404 when the shop may not use it
     */
    byte[] one(LibraryPull pull, LibraryStand stand, UUID story) {
        Asked asked = new Asked(pull, stand, new HashMap<>());
        ReadAtOnce.Single single = atOnce.story(pull, story, ready.get(asked.key(story)) == null);
        if (single == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        if (single.content() == null) {
            return items(asked, List.of(single.found())).get(0);
        }
        // Who reads stories one by one reads each seldom: preparing it costs four times as much as making it.
        LibraryRow row = LibraryRow.of(single.found(), single.content());
        return alone(asked, row, parts.of(pull, stand, List.of(row)));
    }

    private List<byte[]> items(Asked asked, List<FoundStory> found) {
        List<byte[]> items = new ArrayList<>();
        List<FoundStory> unready = new ArrayList<>();
        for (FoundStory story : found) {
            byte[] item = asked.likeOthers(story)
                    ? filled(asked, ready.get(asked.key(story.story()), story.revision()))
                    : null;
            items.add(item);
            if (item == null) {
                unready.add(story);
            }
        }
        if (!unready.isEmpty()) {
            Map<UUID, byte[]> made = made(asked, read.withContent(unready));
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

    private Map<UUID, byte[]> made(Asked asked, List<LibraryRow> rows) {
        ShowItem.Known known = parts.of(asked.pull(), asked.stand(), rows);
        Map<UUID, byte[]> made = new HashMap<>();
        for (LibraryRow row : rows) {
            boolean wanted = asked.likeOthers(row.found()) && ready.wanted(asked.key(row.found()));
            byte[] prepared = wanted ? filled(asked, prepared(asked, row, known)) : null;
            made.put(row.story(), prepared == null ? alone(asked, row, known) : prepared);
        }
        return made;
    }

    private byte[] alone(Asked asked, LibraryRow row, ShowItem.Known known) {
        return written(show.item(row, asked.pull().setting(), known));
    }

    private PreparedStory prepared(Asked asked, LibraryRow row, ShowItem.Known known) {
        ReadyStories.Key key = asked.key(row.found());
        PreparedStory kept = ready.get(key, row.found().revision());
        PreparedStory story = kept == null ? prepare.fieldsOf(row, known) : kept;
        Set<String> empty = asked.empty(story);
        if (!story.has(empty)) {
            story = prepare.with(empty, story, row, known);
            ready.keep(key, story);
        }
        return story;
    }

    /** Null when it must be made for this shop. */
    private byte[] filled(Asked asked, PreparedStory story) {
        if (story == null) {
            return null;
        }
        if (story.fields().isEmpty()) {
            return story.filled(Set.of(), field -> null, null);
        }
        Map<String, String> values = asked.values(story.locale());
        byte[] link = story.link() == null ? null : written(new Template(values).link(story.link()));
        return story.filled(asked.empty(story), field -> ready.value(values.get(field)), link);
    }

    private byte[] written(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A library item has no JSON form", unwritable);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
