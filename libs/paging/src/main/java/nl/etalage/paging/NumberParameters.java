package nl.etalage.paging;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import nl.etalage.problem.HttpProblem;
import nl.etalage.problem.ProblemException;
import nl.etalage.problem.Violation;

/** Answers a number in the query that is none with a 422 that points at it, where JAX-RS would say 404. */
@Provider
public class NumberParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // Each branch makes a converter for the type it was asked for.
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
        if (name == null) {
            return null;
        }
        if (type == Integer.class) {
            return (ParamConverter<T>) new Whole<>(name, Integer::valueOf);
        }
        return type == Long.class ? (ParamConverter<T>) new Whole<>(name, Long::valueOf) : null;
    }

    private record Whole<N>(String name, Function<String, N> reader) implements ParamConverter<N> {

        @Override
        public N fromString(String text) {
            try {
                return text == null || text.isEmpty() ? null : reader.apply(text);
            } catch (NumberFormatException none) {
                throw new ProblemException(
                        HttpProblem.INVALID_INPUT,
                        List.of(Violation.keyed("#" + name, HttpProblem.INVALID_INPUT.bundle(), "not-a-number")));
            }
        }

        @Override
        public String toString(N number) {
            return String.valueOf(number);
        }
    }
}
