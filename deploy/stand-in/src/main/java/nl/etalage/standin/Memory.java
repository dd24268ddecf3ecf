package nl.etalage.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.etalage.standin.account.Account;
import nl.etalage.standin.account.Accounts;
import nl.etalage.standin.json.Json;
import nl.etalage.standin.media.Media;
import nl.etalage.standin.media.MediaLibrary;
import nl.etalage.standin.media.Processing;
import nl.etalage.standin.post.Post;
import nl.etalage.standin.post.Posts;
import nl.etalage.standin.storage.Ledger;
import nl.etalage.standin.storage.LedgerFile;
import nl.etalage.standin.storage.SnowflakeIds;
import nl.etalage.standin.storage.WorkDirectory;

/** Accounts, pictures and posts, and the ledger that brings them back after a restart. */
final class Memory implements AutoCloseable {
    private final WorkDirectory directory;
    private final Accounts accounts;
    private final MediaLibrary library;
    private final Posts posts;
    private final Ledger ledger;

    private Memory(StandInOptions options, WorkDirectory directory, Ledger ledger) {
        this.directory = directory;
        this.ledger = ledger;
        SnowflakeIds ids = new SnowflakeIds(options.clock());
        accounts = new Accounts(ledger, ids, options.clock());
        library = new MediaLibrary(
                directory.media(),
                ledger,
                ids,
                options.clock(),
                new Processing(options.slowFromBytes(), options.processing()));
        posts = new Posts(ledger, ids, options.clock(), library);
    }

    static Memory open(StandInOptions options) throws IOException {
        if (options.data() == null) {
            return new Memory(options, WorkDirectory.temporary(), Ledger.inMemory());
        }
        WorkDirectory directory = WorkDirectory.lasting(options.data());
        LedgerFile ledger = LedgerFile.open(directory.ledger());
        Memory memory = new Memory(options, directory, ledger);
        directory.clearUploads();
        ledger.replay(memory::restore);
        return memory;
    }

    WorkDirectory directory() {
        return directory;
    }

    Accounts accounts() {
        return accounts;
    }

    MediaLibrary library() {
        return library;
    }

    Posts posts() {
        return posts;
    }

    @Override
    public void close() {
        try (directory) {
            if (ledger instanceof LedgerFile file) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restore(String kind, JsonNode fact) throws JsonProcessingException {
        switch (kind) {
            case Accounts.KIND -> accounts.restore(Json.as(fact, Account.class));
            case MediaLibrary.KIND -> library.restore(Json.as(fact, Media.class));
            case MediaLibrary.REMOVED -> library.forget(fact.asLong());
            case Posts.KIND -> posts.restore(Json.as(fact, Post.class));
            case Posts.REMOVED -> posts.forget(fact.asLong());
            default -> throw new IllegalStateException("The ledger knows a kind of fact this version doesn't: " + kind);
        }
    }
}
