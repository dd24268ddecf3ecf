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

/**
 * Answers a number, or a yes or no, in the query that is none with a 422 that points at it. JAX-RS would say 404 to the
 * first, and take the second for a no: {@code dryRun=1} would then be the real thing.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

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
            return (ParamConverter<T>) new Read<>(name, orAbsent(Integer::valueOf), "not-a-number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return (ParamConverter<T>) new Read<>(name, StrictParameters::yesOrNo, "not-a-boolean");
        }
        return type == Long.class
                ? (ParamConverter<T>) new Read<>(name, orAbsent(Long::valueOf), "not-a-number")
                : null;
    }

    /** {@code limit=} is as if it weren't there. */
    private static <N> Function<String, N> orAbsent(Function<String, N> number) {
        return text -> text.isEmpty() ? null : number.apply(text);
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Read<V>(String name, Function<String, V> reader, String refusal) implements ParamConverter<V> {

        @Override
        public V fromString(String text) {
            try {
                return text == null ? null : reader.apply(text);
            } catch (IllegalArgumentException none) {
                throw new ProblemException(
                        HttpProblem.INVALID_INPUT,
                        List.of(Violation.keyed("#" + name, HttpProblem.INVALID_INPUT.bundle(), refusal)));
            }
        }

        @Override
        public String toString(V value) {
            return String.valueOf(value);
        }
    }
}
