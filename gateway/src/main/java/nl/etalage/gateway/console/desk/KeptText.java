package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;

/** Hands what somebody typed back to them, when it could not be saved for a reason that is not in the text. */
@RequestScoped
class KeptText {

    private final Desk desk;

    KeptText(Desk desk) {
        this.desk = desk;
    }

    /** The answer, or a page with everything that was typed, to send it again once one is signed in or it works again. */
    Uni<Response> unlessSaved(StoryForm form, String address, Uni<Response> answer) {
        return answer.onFailure(KeptText::passes).recoverWithItem(failure -> {
            int status = ((ProblemException) failure).type().status();
            List<KeptView.Entry> entries = new ArrayList<>();
            form.raw().forEach((name, texts) -> texts.forEach(text -> entries.add(new KeptView.Entry(name, text))));
            boolean signedOut = status == HttpProblem.AUTHENTICATION_REQUIRED.status();
            KeptView view = new KeptView(
                    address, signedOut, form.upload() != null, entries, form.one("title"), form.one("body"));
            return desk.page(status, DeskPages.kept(desk.frameOfNobody(), view));
        });
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.type() == HttpProblem.AUTHENTICATION_REQUIRED || problem.type() == HttpProblem.UNAVAILABLE);
    }

    /** Times that are none, or that the clock skips; they can't be sent as an instant. */
    Map<String, String> unfit(StoryForm form) {
        Map<String, String> errors = new HashMap<>();
        for (String part : new String[] {"availableFrom", "availableUntil"}) {
            String local = form.text().one(part);
            if (local.isEmpty()) {
                continue;
            }
            if (!Moments.readable(local)) {
                errors.put(part, desk.words().timeUnreadable());
            } else {
                Moments.afterGap(local)
                        .ifPresent(after ->
                                errors.put(part, desk.words().timeSkipped(Moments.words(after, desk.locale()))));
            }
        }
        return errors;
    }
}
