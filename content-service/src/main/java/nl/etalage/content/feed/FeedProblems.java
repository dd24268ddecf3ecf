package nl.etalage.content.feed;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import nl.etalage.eventfeed.InvalidFeedRequestException;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.ProblemMappers;
import nl.etalage.problem.Violation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Puts what a feed refuses into the words of the API. */
public class FeedProblems {

    private static final String ASK_AGAIN_SECONDS = "5";

    private final ProblemMappers mappers = new ProblemMappers();

    @ServerExceptionMapper
    public Response invalid(InvalidFeedRequestException refused, HttpHeaders headers) {
        return mappers.problem(
                new ProblemException(
                        HttpProblem.INVALID_INPUT, List.of(Violation.literal("#lastEventId", refused.getMessage()))),
                headers);
    }

    @ServerExceptionMapper
    public Response tooMany(RejectedExecutionException full, HttpHeaders headers) {
        return mappers.problem(
                HttpProblem.UNAVAILABLE.because().header(HttpHeaders.RETRY_AFTER, ASK_AGAIN_SECONDS), headers);
    }
}
