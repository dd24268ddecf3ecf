package nl.etalage.gateway.console.desk;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import nl.etalage.gateway.Frame;
import nl.etalage.gateway.console.Visitor;
import nl.etalage.gateway.identity.SameOrigin;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** The editor's desk, for whoever sits at it now. To everybody outside the central group its pages are not there. */
@RequestScoped
class Desk {

    /** Where the page of each story is, before its id. */
    static final String STORIES = "/redactie/verhalen/";

    private final Visitor visitor;
    private final NetworkClient network;
    private final WaitingOffers inbox;
    private final SameOrigin sameOrigin;
    private final HttpServerRequest request;

    Desk(
            Visitor visitor,
            @RestClient NetworkClient network,
            WaitingOffers inbox,
            SameOrigin sameOrigin,
            HttpServerRequest request) {
        this.visitor = visitor;
        this.network = network;
        this.inbox = inbox;
        this.sameOrigin = sameOrigin;
        this.request = request;
    }

    /** Who it is; fails with 401 without a session, and with 404 for who is not in the central group. */
    Uni<Editor> editor() {
        return visitor.person()
                .map(person -> person.orElseThrow(HttpProblem.AUTHENTICATION_REQUIRED::because))
                .flatMap(person -> reached(network.me(person.bearer())).map(me -> editor(person, me)))
                .flatMap(this::counted);
    }

    /** For a page that is looked at; a form that is sent mostly leads to such a page. */
    private Uni<Editor> counted(Editor editor) {
        return HttpMethod.GET.equals(request.method())
                ? inbox.waiting(editor.bearer()).map(editor::withWaiting)
                : Uni.createFrom().item(editor);
    }

    /** As {@link #editor}, for who may write; others get 403. */
    Uni<Editor> writer() {
        return editor().invoke(editor -> {
            if (!editor.writes()) {
                throw HttpProblem.FORBIDDEN.because();
            }
        });
    }

    /** Who it is at a shop; fails with 401 without a session, and with 404 for who has no part in that shop. */
    Uni<ShopMember> member(String slug) {
        return visitor.person()
                .map(person -> person.orElseThrow(HttpProblem.AUTHENTICATION_REQUIRED::because))
                .flatMap(person -> reached(network.me(person.bearer())).map(me -> me.shops().stream()
                        .filter(part -> part.slug().equals(slug))
                        .findFirst()
                        .map(part ->
                                new ShopMember(person, slug, part.name() == null ? slug : part.name(), part.role()))
                        .orElseThrow(HttpProblem.NOT_FOUND::because)));
    }

    private static Editor editor(Visitor.Person person, NetworkClient.Me me) {
        if (me.central() == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        return new Editor(person, me.central().member(), me.central().role(), "");
    }

    /** Refuses a form that is not of our own pages. */
    void requireOwnPage() {
        if (!sameOrigin.ownPage(request)) {
            throw HttpProblem.FORBIDDEN.because();
        }
    }

    Frame frame(Editor editor) {
        return visitor.frame(Optional.of(editor.person())).atDesk(editor.waiting());
    }

    Frame frame(ShopMember member) {
        return visitor.frame(Optional.of(member.person()));
    }

    Frame frameOfNobody() {
        return Frame.impersonal(visitor.locale());
    }

    Locale locale() {
        return visitor.locale();
    }

    private <M> M messages(Class<M> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(visitor.locale().toLanguageTag()));
    }

    DeskMessages words() {
        return messages(DeskMessages.class);
    }

    WriteMessages writing() {
        return messages(WriteMessages.class);
    }

    MediaMessages media() {
        return messages(MediaMessages.class);
    }

    TalkMessages talk() {
        return messages(TalkMessages.class);
    }

    LookMessages looks() {
        return messages(LookMessages.class);
    }

    OfferMessages offers() {
        return messages(OfferMessages.class);
    }

    Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML)
                .entity(visitor.inOwnWords(page))
                .build();
    }

    static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** An address of ours with what is asked, names and values in turn; what is null is not asked. */
    static String asking(String path, String... asked) {
        StringBuilder address = new StringBuilder(path);
        for (int at = 0; at < asked.length; at += 2) {
            if (asked[at + 1] != null) {
                address.append(address.length() == path.length() ? '?' : '&')
                        .append(asked[at])
                        .append('=')
                        .append(URLEncoder.encode(asked[at + 1], StandardCharsets.UTF_8));
            }
        }
        return address.toString();
    }

    /** A service that is away is not the reader's fault, and passes. */
    static <T> Uni<T> reached(Uni<T> asked) {
        return asked.onFailure(Desk::away).transform(away -> HttpProblem.UNAVAILABLE.because());
    }

    private static boolean away(Throwable failure) {
        return failure instanceof WebApplicationException answered
                ? answered.getResponse().getStatus() >= 500
                : !(failure instanceof ProblemException);
    }

    /** Whether a service said no, and why can be told. */
    static boolean refused(Throwable failure) {
        return failure instanceof ClientWebApplicationException answered
                && Refusal.TOLD.contains(answered.getResponse().getStatus());
    }
}
