package nl.etalage.standin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.etalage.standin.account.AccountView;
import nl.etalage.standin.api.Address;
import nl.etalage.standin.api.ApiFailures;
import nl.etalage.standin.api.ApiGate;
import nl.etalage.standin.api.ApiServing;
import nl.etalage.standin.control.ControlRoutes;
import nl.etalage.standin.control.Inspection;
import nl.etalage.standin.fault.Faults;
import nl.etalage.standin.instance.InstanceRoutes;
import nl.etalage.standin.journal.Journal;
import nl.etalage.standin.mail.MailFolder;
import nl.etalage.standin.media.MediaRoutes;
import nl.etalage.standin.media.MediaView;
import nl.etalage.standin.page.Pages;
import nl.etalage.standin.post.AccountRoutes;
import nl.etalage.standin.post.Profiles;
import nl.etalage.standin.post.StatusRoutes;
import nl.etalage.standin.post.StatusView;

/** Puts all routes on one port of 127.0.0.1. */
final class WebServer implements AutoCloseable {
    /** Above the largest picture, so that one just too large still gets its own message. */
    private static final long UPLOAD_LIMIT = 20L * 1024 * 1024;

    private static final long BODY_LIMIT = 1024L * 1024;
    /** A text far over the limit should be refused for its length, not as a broken form. */
    private static final int FORM_FIELD_LIMIT = 256 * 1024;

    private static final int SECONDS_TO_START_OR_STOP = 30;

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(2)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final Address address = new Address();
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Inspection inspection;

    private WebServer(Memory memory) {
        this.inspection = new Inspection(memory.posts(), memory.library(), address);
    }

    /** @throws StartFailed when the port is taken */
    static WebServer start(StandInOptions options, Memory memory, MailFolder mails) {
        WebServer web = new WebServer(memory);
        Router router = web.router(options, memory, mails);
        HttpServer server = web.vertx
                .createHttpServer(new HttpServerOptions()
                        .setMaxFormAttributeSize(FORM_FIELD_LIMIT)
                        .setHost("127.0.0.1")
                        .setPort(options.port()))
                .requestHandler(router);
        try {
            web.address.listeningOn(await(server.listen()).actualPort());
            return web;
        } catch (ExecutionException e) {
            web.close();
            throw new StartFailed(
                    "It can't listen on port " + options.port() + ": "
                            + e.getCause().getMessage(),
                    e);
        } catch (TimeoutException e) {
            web.close();
            throw new StartFailed("It did not get to listen on port " + options.port(), e);
        }
    }

    Address address() {
        return address;
    }

    Faults faults() {
        return faults;
    }

    Journal journal() {
        return journal;
    }

    Inspection inspection() {
        return inspection;
    }

    @Override
    public void close() {
        try {
            await(vertx.close());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The web server did not stop", e);
        }
    }

    private Router router(StandInOptions options, Memory memory, MailFolder mails) {
        Router router = Router.router(vertx);
        router.errorHandler(400, ApiFailures::answerBrokenPath);
        router.route("/api/v2/media")
                .handler(BodyHandler.create(memory.directory().uploads().toString())
                        .setBodyLimit(UPLOAD_LIMIT)
                        .setMergeFormAttributes(false)
                        .setDeleteUploadedFilesOnEnd(true));
        BodyHandler small = BodyHandler.create(false).setBodyLimit(BODY_LIMIT).setMergeFormAttributes(false);
        router.route("/api/*").handler(small);
        router.route("/stand-in/*").handler(small);

        mountApi(router, options, memory);
        new ControlRoutes(faults, journal, inspection).mount(router);
        Profiles profiles = new Profiles(memory.posts(), new AccountView(address));
        new Pages(memory.accounts(), memory.posts(), profiles, memory.library(), mails).mount(router, vertx);
        return router;
    }

    private void mountApi(Router router, StandInOptions options, Memory memory) {
        ApiServing serving = new ApiServing(
                vertx, new ApiGate(memory.accounts(), faults, journal, options.callsPerFiveMinutes(), options.clock()));
        ApiFailures failures = new ApiFailures(serving);
        router.route("/api/*").failureHandler(failures::answer);

        Profiles profiles = new Profiles(memory.posts(), new AccountView(address));
        StatusView statusView = new StatusView(address, memory.accounts(), profiles, memory.library(), options.clock());
        new InstanceRoutes(address).mount(router, serving);
        new AccountRoutes(memory.accounts(), memory.posts(), profiles, statusView, address).mount(router, serving);
        new MediaRoutes(memory.library(), new MediaView(address), options.clock()).mount(router, serving);
        new StatusRoutes(memory.posts(), statusView).mount(router, serving);
        router.route("/api/*").handler(failures.unknownPath());
    }

    private static <T> T await(Future<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS_TO_START_OR_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}
