package nl.etalage.gateway.console.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** What a story's page needs beside the story. Without it the page goes on: names, groups and themes are missing then. */
@ApplicationScoped
class Surroundings {

    private static final Logger LOG = Logger.getLogger(Surroundings.class);

    /** A page of the contract; a central group is smaller. */
    private static final int PAGE = 100;

    private final NetworkClient network;
    private final AllThemes themes;

    Surroundings(@RestClient NetworkClient network, AllThemes themes) {
        this.network = network;
        this.themes = themes;
    }

    /**
     * What is known.
     *
     * @param names of members of the central group
     */
    record Known(
            Map<UUID, String> names,
            List<NetworkClient.Group> groups,
            List<NetworkClient.MergeField> mergeFields,
            List<ThemeClient.Theme> themes) {

        /** Null for who is no longer a member. */
        String name(UUID member) {
            return names.get(member);
        }

        /** What a merge field is, in words; its own name where those are not known. */
        String mergeField(String name) {
            return mergeFields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(NetworkClient.MergeField::description)
                    .findFirst()
                    .orElse(name);
        }
    }

    Uni<Known> of(Editor editor) {
        return Uni.combine()
                .all()
                .unis(
                        names(editor),
                        orNone(network.groups(editor.bearer(), PAGE).map(NetworkClient.Groups::items)),
                        orNone(network.mergeFields(editor.bearer(), PAGE).map(NetworkClient.MergeFields::items)),
                        orNone(themes.of(editor)))
                .with(Known::new);
    }

    Uni<Map<UUID, String>> names(Editor editor) {
        return orNone(network.members(editor.bearer(), PAGE).map(NetworkClient.Members::items))
                .map(members -> {
                    Map<UUID, String> names = new HashMap<>();
                    members.forEach(member -> names.put(member.id(), member.name()));
                    return names;
                });
    }

    private static <T> Uni<List<T>> orNone(Uni<List<T>> asked) {
        return asked.onFailure().recoverWithItem(failure -> {
            LOG.infof("A page of the desk goes without names, groups or themes: %s", failure.getMessage());
            return List.of();
        });
    }
}
