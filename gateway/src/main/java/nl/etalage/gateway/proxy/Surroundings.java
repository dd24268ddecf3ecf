package nl.etalage.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;
import nl.etalage.gateway.calls.Answers;

/**
 * What every exchange uses.
 *
 * @param publicUrl how the world reaches the gateway
 * @param date says when an answer was given
 * @param pace how often a body is asked whether it still comes
 * @param leastPerPace bytes it must have brought since
 */
record Surroundings(
        Vertx vertx, Answers answers, String publicUrl, AnswerDate date, Duration pace, long leastPerPace) {}
