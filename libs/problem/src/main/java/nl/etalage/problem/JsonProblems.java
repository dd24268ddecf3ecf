package nl.etalage.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns what Jackson could not read into a problem that points at the place. */
final class JsonProblems {

    private static final String BUNDLE = HttpProblem.INVALID_REQUEST.bundle();

    private JsonProblems() {}

    static ProblemException of(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return invalid(
                    Violation.keyed(pointer(unknown), BUNDLE, "unknown-field", shortened(unknown.getPropertyName())));
        }
        if (failure instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return invalid(
                    Violation.keyed(pointer(mismatch), BUNDLE, "wrong-type", new Expected(mismatch.getTargetType())));
        }
        if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return invalid(Violation.keyed("", BUNDLE, "wrong-type", new Expected(mismatch.getTargetType())));
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return invalid(Violation.keyed(pointer(mapping), BUNDLE, "wrong-type", new Expected(Object.class)));
        }
        return HttpProblem.MALFORMED_JSON.because();
    }

    private static ProblemException invalid(Violation violation) {
        return new ProblemException(HttpProblem.INVALID_INPUT, List.of(violation));
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + shortened(step).replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }

    /** What was expected, in the words of whoever reads it: the language is known only when it is formatted. */
    record Expected(Class<?> target) {

        String sentence(Sentences sentences) {
            if (target.isEnum()) {
                String words = Arrays.stream(target.getEnumConstants())
                        .map(JsonProblems::wordOf)
                        .collect(Collectors.joining(", "));
                return sentences.sentence(BUNDLE, "type.choice", List.of(words));
            }
            return sentences.sentence(BUNDLE, "type." + kind(), List.of());
        }

        private String kind() {
            if (target == Boolean.class || target == boolean.class) {
                return "boolean";
            }
            if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
                return "number";
            }
            if (Collection.class.isAssignableFrom(target) || target.isArray()) {
                return "list";
            }
            if (CharSequence.class.isAssignableFrom(target)) {
                return "text";
            }
            if (target == LocalDate.class) {
                return "date";
            }
            if (target == LocalDateTime.class) {
                return "date-time";
            }
            if (target == LocalTime.class) {
                return "time";
            }
            if (target == UUID.class) {
                return "id";
            }
            return Map.class.isAssignableFrom(target) || target.isRecord() ? "object" : "other";
        }
    }

    private static String wordOf(Object constant) {
        try {
            var named = constant.getClass().getField(((Enum<?>) constant).name());
            var property = named.getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
            return property == null ? constant.toString() : property.value();
        } catch (NoSuchFieldException inner) {
            return constant.toString();
        }
    }
}
