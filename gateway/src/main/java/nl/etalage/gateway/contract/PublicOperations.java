package nl.etalage.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operations that need no credential: exactly those whose contract says {@code security: []}, each guarded by a
 * secret of its own. Asked for every anonymous request, so kept by method and first segment.
 */
@ApplicationScoped
public class PublicOperations {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final Map<String, List<Pattern>> byStart = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    PublicOperations(ApiDocument document) {
        document.operations().filter(PublicOperations::open).forEach(this::add);
    }

    private static boolean open(Operation operation) {
        JsonNode security = operation.body().get("security");
        return security != null && security.isArray() && security.isEmpty();
    }

    private void add(Operation operation) {
        String method = operation.method().toUpperCase(Locale.ROOT);
        names.add(method + " " + operation.path());
        Pattern path = pattern(operation.path());
        byStart.computeIfAbsent(start(method, operation.path()), any -> new ArrayList<>())
                .add(path);
        if (method.equals("GET")) {
            byStart.computeIfAbsent(start("HEAD", operation.path()), any -> new ArrayList<>())
                    .add(path);
        }
    }

    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        int from = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(template.substring(from, variable.start())))
                    .append("[^/]+");
            from = variable.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(template.substring(from))).toString());
    }

    private static String start(String method, String path) {
        int from = Math.min(path.length(), ServiceContract.PUBLIC.length());
        int slash = path.indexOf('/', from);
        return method + " " + (slash < 0 ? path : path.substring(0, slash));
    }

    /**
     * Whether this needs no credential.
     *
     * @param path raw request path
     */
    public boolean contains(String method, String path) {
        List<Pattern> candidates = byStart.get(start(method, path));
        return candidates != null
                && candidates.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    /** Method and path of each, sorted. */
    public List<String> names() {
        return names.stream().sorted().toList();
    }
}
