package nl.etalage.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * One kind of problem out of a service's closed catalogue. A service declares its catalogue as one enum that implements
 * this interface; code then throws {@code SHOP_NOT_FOUND.because()}.
 *
 * <p>The sentences stand in the resource bundle {@link #bundle()} under {@code <name>.title} and {@code <name>.detail};
 * the detail is a {@link java.text.MessageFormat} that receives the arguments of {@link #because}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
public interface ProblemType {

    /** Where every problem type is documented; the name of the type follows. */
    String TYPE_PREFIX = "https://etalage.nl/problems/";

    /** The constant's name, given by the enum. */
    String name();

    /** HTTP status, 400 to 599. */
    int status();

    /** Base name of the resource bundle with this catalogue's sentences. */
    String bundle();

    /** The constant's name as it stands in URLs: {@code SHOP_NOT_FOUND} becomes {@code shop-not-found}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stable, documented identifier of this type. */
    default URI type() {
        return URI.create(TYPE_PREFIX + slug());
    }

    /** The exception to throw; the arguments fill the detail sentence. */
    default ProblemException because(Object... arguments) {
        return new ProblemException(this, List.of(), arguments);
    }

    /** As {@link #because}, pointing at the member of the request body that is to blame. */
    default ProblemException at(String pointer, Object... arguments) {
        return new ProblemException(this, List.of(Violation.of(pointer, this, arguments)), arguments);
    }
}
