package nl.etalage.standin.api;

import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.etalage.standin.account.Account;

/** One call to the Mastodon API, with who makes it. */
public final class ApiCall {
    private final RoutingContext context;
    private final Optional<Account> asker;

    ApiCall(RoutingContext context, Optional<Account> asker) {
        this.context = context;
        this.asker = asker;
    }

    /** Who calls; nobody when the call came without a token. */
    public Optional<Account> asker() {
        return asker;
    }

    /** @throws Refusal 401 when the call came without a token */
    public Account caller() {
        return asker.orElseThrow(Refusal::unauthorized);
    }

    /** @throws Refusal 404 when the id in the path isn't a number */
    public long id() {
        String id = context.pathParam("id");
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }

    public Optional<String> query(String name) {
        return context.queryParam(name).stream().findFirst();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name)).filter(value -> !value.isBlank());
    }

    /** @throws Refusal 400 when the body says it is JSON and isn't */
    public Fields fields() {
        return Fields.of(context);
    }

    public Optional<FileUpload> file(String name) {
        return context.fileUploads().stream()
                .filter(upload -> upload.name().equals(name))
                .findFirst();
    }
}
