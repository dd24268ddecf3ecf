package nl.etalage.content.library;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import nl.etalage.content.library.prepared.Filled;
import nl.etalage.content.library.prepared.PreparedStory;
import nl.etalage.content.library.prepared.StoredForm;
import nl.etalage.content.library.prepared.Written;
import nl.etalage.problem.HttpProblem;
import nl.etalage.rowsecurity.RowSecurity;
import org.jboss.logging.Logger;

/**
 * Writes a story that is asked by itself as JSON. Who is the first to ask for it gets it made; then it is prepared for
 * all who come after, and that is kept in the database until the story changes.
 */
@ApplicationScoped
class WriteSingle {

    private static final Logger LOG = Logger.getLogger(WriteSingle.class);

    /** Forms are found by the fields without a value, which must fit an index. */
    private static final int MOST_FIELDS = 40;

    private final ReadSingle read;
    private final FillItem fill;
    private final ShowItem show;
    private final PrepareStory prepare;
    private final KeepForms forms;
    private final KnownParts parts;
    private final RowSecurity rowSecurity;

    /** Preparing takes four times as long as making: so many stories at a time, and askers don't wait for it. */
    private static final int PREPARED_AT_A_TIME = 4;

    private final Semaphore preparing = new Semaphore(PREPARED_AT_A_TIME);

    WriteSingle(
            ReadSingle read,
            FillItem fill,
            ShowItem show,
            PrepareStory prepare,
            KeepForms forms,
            KnownParts parts,
            RowSecurity rowSecurity) {
        this.read = read;
        this.fill = fill;
        this.show = show;
        this.prepare = prepare;
        this.forms = forms;
        this.parts = parts;
        this.rowSecurity = rowSecurity;
    }

    /** Never blocks; fails with a 404 for a story that the shop may not use. */
    CompletionStage<Written> of(LibraryPull pull, LibraryStand stand, UUID story) {
        return read.of(pull, story).thenCompose(single -> {
            Filled filled = filled(pull, required(single));
            return filled == null ? made(pull, stand, story, single) : CompletableFuture.completedStage(filled);
        });
    }

    private static ReadSingle.Single required(ReadSingle.Single single) {
        if (single == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return single;
    }

    private Filled filled(LibraryPull pull, ReadSingle.Single single) {
        StoredForm form = single.form();
        return form == null || !form.prepared()
                ? null
                : fill.fill(form, new FillItem.Values(pull.shop().fieldsIn(form.locale())));
    }

    private CompletionStage<Written> made(LibraryPull pull, LibraryStand stand, UUID story, ReadSingle.Single single) {
        if (single.content() == null) {
            return read.itself(pull, story).thenCompose(itself -> made(pull, stand, story, required(itself)));
        }
        CompletableFuture<Written> made = new CompletableFuture<>();
        Infrastructure.getDefaultWorkerPool().execute(() -> make(pull, stand, single, made));
        return made;
    }

    private void make(LibraryPull pull, LibraryStand stand, ReadSingle.Single single, CompletableFuture<Written> made) {
        LibraryRow row;
        try {
            row = LibraryRow.of(single.found(), single.content());
            made.complete(Filled.of(fill.written(show.item(row, pull.setting(), parts.of(pull, stand, List.of(row))))));
        } catch (RuntimeException | Error failure) {
            made.completeExceptionally(failure);
            return;
        }
        boolean likeOthers = !pull.source()
                && row.found().adaptation() == null
                && ReadSingle.tells(row.content().locale());
        if (single.form() == null && likeOthers && preparing.tryAcquire()) {
            try {
                prepare(pull, row);
            } catch (RuntimeException failure) {
                // The answer went out; the next who asks makes it again.
                LOG.warnf(failure, "The story %s couldn't be prepared", row.story());
            } finally {
                preparing.release();
            }
        }
    }

    private void prepare(LibraryPull pull, LibraryRow row) {
        Long[] files = forms.files(row.story());
        if (files == null) {
            return;
        }
        // Not of the parts that are known: these may be older than the files were counted.
        ShowItem.Known known = QuarkusTransaction.requiringNew().call(() -> {
            rowSecurity.enter(List.of(pull.shop().slug()));
            return show.known(List.of(row));
        });
        PreparedStory story = prepare.fieldsOf(row, known);
        if (story.fields().size() > MOST_FIELDS) {
            return;
        }
        Map<String, String> values = pull.shop().fieldsIn(story.locale());
        Set<String> empty = story.emptyWith(values);
        forms.keep(row.found(), files, prepare.with(empty, story, row, known).stored(empty));
    }
}
