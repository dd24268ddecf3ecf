package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The network's list of themes: everybody at the desk reads it, who writes adds to it and changes it. */
@Path("/redactie/themas")
@Produces(MediaType.TEXT_HTML)
public class ThemeResource {

    private static final String LIST = "/redactie/themas";
    private static final Set<String> DONE = Set.of("added", "saved", "merged");

    private final Desk desk;
    private final ThemeClient themes;
    private final ThemePages pages;

    ThemeResource(Desk desk, @RestClient ThemeClient themes, ThemePages pages) {
        this.desk = desk;
        this.themes = themes;
        this.pages = pages;
    }

    /** @param done what was done just before: {@code added}, {@code saved} or {@code merged} */
    @GET
    public Uni<Response> list(@RestQuery String done) {
        String said = DONE.contains(done == null ? "" : done) ? Field.key("done", done) : null;
        return desk.editor().flatMap(editor -> pages.list(editor, ThemeForm.EMPTY, null, said));
    }

    @POST
    public Uni<Response> add(@BeanParam ThemeForm form) {
        desk.requireOwnPage();
        return desk.writer().flatMap(editor -> Desk.reached(themes.create(editor.bearer(), form.key(), form.json()))
                .map(added -> Desk.to(LIST + "?done=added"))
                .onFailure(Desk::refused)
                .recoverWithUni(refused -> pages.list(editor, form, Refusal.of(refused), null)));
    }

    @GET
    @Path("/{theme}")
    public Uni<Response> read(@RestPath String theme) {
        return desk.writer().flatMap(editor -> Desk.reached(themes.read(editor.bearer(), theme))
                .flatMap(found -> found.key().equals(theme)
                        ? pages.one(editor, found, ThemeForm.of(found), null)
                        // It became part of another.
                        : Uni.createFrom().item(Desk.to(LIST + "/" + found.key()))));
    }

    @POST
    @Path("/{theme}")
    public Uni<Response> change(@RestPath String theme, @BeanParam ThemeForm form) {
        desk.requireOwnPage();
        return desk.writer().flatMap(editor -> Desk.reached(themes.edit(
                        editor.bearer(),
                        "\"" + form.version() + "\"",
                        theme,
                        form.patch().toString()))
                .map(saved -> Desk.to(LIST + "?done=saved"))
                .onFailure(Desk::refused)
                .recoverWithUni(refused -> refused(editor, theme, form, Refusal.of(refused))));
    }

    /**
     * Makes it part of another.
     *
     * @param key idempotency key of the form
     * @param version of the theme that was looked at
     */
    @POST
    @Path("/{theme}/samen")
    public Uni<Response> merge(
            @RestPath String theme, @RestForm String into, @RestForm String key, @RestForm String version) {
        desk.requireOwnPage();
        return desk.writer().flatMap(editor -> Desk.reached(
                        themes.merge(editor.bearer(), "\"" + version + "\"", key, theme, new ThemeClient.Into(into)))
                .map(merged -> Desk.to(LIST + "?done=merged"))
                .onFailure(Desk::refused)
                .recoverWithUni(refused -> Desk.reached(themes.read(editor.bearer(), theme))
                        .flatMap(found -> pages.unmerged(editor, found, Refusal.of(refused)))));
    }

    /** What was typed, beside what is wrong; where somebody else was first, what they made of it. */
    private Uni<Response> refused(Editor editor, String theme, ThemeForm form, Refusal refusal) {
        return Desk.reached(themes.read(editor.bearer(), theme))
                .flatMap(found -> pages.one(editor, found, refusal.outdated() ? ThemeForm.of(found) : form, refusal));
    }
}
