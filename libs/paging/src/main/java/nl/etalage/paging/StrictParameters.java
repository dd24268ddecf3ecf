package nl.etalage.paging;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
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
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers a number, or a yes or no, in the query that is none with a 422 that points at it. JAX-RS would say 404 to the
 * first, and take the second for a no: {@code dryRun=1} would then be the real thing.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

    private static final String NOT_A_BOOLEAN = "not-a-boolean";

    /** What is there without a value never comes to a converter: {@code ?dryRun} would be a no. */
    @ServerRequestFilter
    public void refuseUnsaid(ContainerRequestContext request, ResourceInfo resource) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.contains("") && isBoolean(resource, name)) {
                throw refusal(name, NOT_A_BOOLEAN);
            }
        });
    }

    private static boolean isBoolean(ResourceInfo resource, String name) {
        return Arrays.stream(resource.getResourceMethod().getParameters())
                .filter(parameter -> parameter.getType() == boolean.class || parameter.getType() == Boolean.class)
                .map(parameter -> parameter.getAnnotation(QueryParam.class))
                .anyMatch(query -> query != null && query.value().equals(name));
    }

    private static ProblemException refusal(String name, String why) {
        return new ProblemException(
                HttpProblem.INVALID_INPUT,
                List.of(Violation.keyed("#" + name, HttpProblem.INVALID_INPUT.bundle(), why)));
    }

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
            return (ParamConverter<T>) new Read<>(name, StrictParameters::yesOrNo, NOT_A_BOOLEAN);
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
                throw StrictParameters.refusal(name, refusal);
            }
        }

        @Override
        public String toString(V value) {
            return String.valueOf(value);
        }
    }
}
