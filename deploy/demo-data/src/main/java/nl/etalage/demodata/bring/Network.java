package nl.etalage.demodata.bring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.etalage.demodata.api.Api;
import nl.etalage.demodata.api.Call;
import nl.etalage.demodata.content.DemoFiles;

/** The admin lays the network: groups, shops and who may read for their webshops. */
final class Network {

    static final String ADMIN = "admin";

    private final Api api;
    private final DemoFiles files;

    Network(Api api, DemoFiles files) {
        this.api = api;
        this.files = files;
    }

    String groups() {
        return files.groups().size() + " groups, new "
                + createMissing("/api/v1/groups", files.groups(), slugs("/api/v1/groups"));
    }

    String shops() {
        Set<String> there = new HashSet<>(slugs("/api/v1/shops"));
        there.addAll(slugs("/api/v1/shops?kind=central"));
        return files.shops().size() + " shops, new " + createMissing("/api/v1/shops", files.shops(), there);
    }

    /** Binds the client {@code webshop-<slug>}, which the realm knows, to its shop. */
    String webshops() {
        List<Integer> made = Together.each(
                files.shops(), shop -> bindWebshop(shop.get("slug").asText()));
        return made.size() + " webshops, new "
                + made.stream().mapToInt(Integer::intValue).sum();
    }

    private int bindWebshop(String slug) {
        String path = "/api/v1/shops/" + slug + "/integrations";
        String client = "webshop-" + slug;
        boolean bound = api.list(ADMIN, path).stream()
                .anyMatch(integration -> integration.path("clientId").asText().equals(client));
        if (bound) {
            return 0;
        }
        ObjectNode integration = JsonNodeFactory.instance.objectNode();
        integration
                .put("clientId", client)
                .put("name", "Webshop")
                .putArray("scopes")
                .add("library:read");
        api.send(Call.create(ADMIN, path, integration));
        return 1;
    }

    private int createMissing(String path, List<JsonNode> wanted, Set<String> there) {
        List<JsonNode> missing = wanted.stream()
                .filter(one -> !there.contains(one.get("slug").asText()))
                .toList();
        Together.each(missing, one -> api.send(Call.create(ADMIN, path, one)));
        return missing.size();
    }

    private Set<String> slugs(String path) {
        return api.list(ADMIN, path).stream()
                .map(one -> one.path("slug").asText())
                .collect(Collectors.toSet());
    }
}
