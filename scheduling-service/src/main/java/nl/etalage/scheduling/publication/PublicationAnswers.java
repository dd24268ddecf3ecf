package nl.etalage.scheduling.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.conditionalupdate.IfNoneMatch;
import nl.etalage.problem.Sentences;

/** Answers with a publication and its tag. */
@ApplicationScoped
class PublicationAnswers {

    private final PublicationViews views;

    PublicationAnswers(PublicationViews views) {
        this.views = views;
    }

    Response of(Response.ResponseBuilder response, Publication publication, String language) {
        return response.entity(views.of(publication, Sentences.forHeader(language)))
                .header(HttpHeaders.ETAG, EntityTag.of(publication.version()))
                .build();
    }

    /** 304 when the reader has this version and nothing around it changed. */
    Response unlessSeen(Publication publication, String ifNoneMatch, String language) {
        PublicationView view = views.of(publication, Sentences.forHeader(language));
        String tag = EntityTag.of(publication.version());
        // Being outdated changes without the version, so such an answer is always given whole.
        if (!view.outdated() && IfNoneMatch.matches(ifNoneMatch, tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(view).header(HttpHeaders.ETAG, tag).build();
    }
}
