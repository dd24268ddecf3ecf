package nl.etalage.content.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.etalage.conditionalupdate.EntityTag;
import nl.etalage.content.ContentProblem;
import nl.etalage.problem.Sentences;

/** Puts stories into answers, checklist in the language of the caller. */
@ApplicationScoped
class StoryAnswers {

    private final AcceptContent accept;
    private final StoryRepository stories;
    private final HttpHeaders headers;

    StoryAnswers(AcceptContent accept, StoryRepository stories, HttpHeaders headers) {
        this.accept = accept;
        this.stories = stories;
        this.headers = headers;
    }

    /** The story as it stands after everything this transaction did. */
    Response.ResponseBuilder of(Story story) {
        stories.flush();
        return asWritten(story);
    }

    /** A story that is written already. */
    Response.ResponseBuilder asWritten(Story story) {
        return Response.ok(view(story)).header(HttpHeaders.ETAG, EntityTag.of(story.version()));
    }

    StoryView view(Story story) {
        if (story.state() != StoryState.DRAFT && story.state() != StoryState.IN_REVIEW) {
            return StoryView.of(story, List.of(), List.of());
        }
        Sentences sentences = sentences();
        Checklist checklist = accept.checklist(story, story.content());
        return StoryView.of(story, lacks(checklist, sentences), advice(checklist, sentences));
    }

    /** What would make a story better. */
    List<Advice> advice(Story story) {
        return advice(accept.checklist(story, story.content()), sentences());
    }

    private Sentences sentences() {
        return Sentences.forHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static List<Lack> lacks(Checklist checklist, Sentences sentences) {
        return checklist.must().violations().stream()
                .map(lack -> new Lack(lack.pointer(), sentences.of(lack.text())))
                .toList();
    }

    private static List<Advice> advice(Checklist checklist, Sentences sentences) {
        return checklist.advice().stream()
                .map(hint -> new Advice(
                        hint.pointer(), sentences.sentence(ContentProblem.BUNDLE, hint.key(), hint.arguments())))
                .toList();
    }
}
