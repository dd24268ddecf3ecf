package nl.etalage.scheduling.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.etalage.problem.HttpProblem;

/**
 * Where the caller stands: their part in each shop they have one in, looked up once for a request.
 *
 * @param parts by shop
 * @param centralMember id of the membership in the central group; null when there is none today
 * @param admin whether that is as an admin
 */
public record Standing(Map<String, Part> parts, UUID centralMember, boolean admin) {

    public Standing {
        parts = Map.copyOf(parts);
    }

    /** Whether the caller belongs to the central group today. */
    public boolean central() {
        return centralMember != null;
    }

    /** The shops where the caller may do this. */
    public Set<String> shopsWith(Permission permission) {
        return parts.values().stream()
                .filter(part -> part.may(permission))
                .map(Part::shop)
                .collect(Collectors.toUnmodifiableSet());
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
