package nl.etalage.scheduling.access;

import java.util.Map;
import java.util.Set;
import nl.etalage.problem.HttpProblem;

/**
 * Where the caller stands: their part in each shop they have one in, looked up once for a request.
 *
 * @param parts by shop
 * @param central whether the caller belongs to the central group today
 */
public record Standing(Map<String, Part> parts, boolean central) {

    public Standing {
        parts = Map.copyOf(parts);
    }

    /** The shops whose rows the caller may see. */
    public Set<String> shops() {
        return parts.keySet();
    }

    /**
     * The caller's part in a shop.
     *
     * @throws nl.etalage.problem.ProblemException 404 when they have none, 403 when it doesn't allow this
     */
    public Part at(String shop, Permission permission) {
        Part part = parts.get(shop);
        if (part == null) {
            throw HttpProblem.NOT_FOUND.because();
        }
        if (!part.may(permission)) {
            throw HttpProblem.FORBIDDEN.because();
        }
        return part;
    }
}
