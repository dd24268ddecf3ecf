package nl.etalage.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs between OIDC providers when they sign people in; docs/identity-provider.md says which need what. */
@ConfigMapping(prefix = "etalage.sign-in")
interface SignInSettings {

    /** Scopes to ask for beside {@code openid}. */
    Optional<List<String>> scopes();

    /** Query parameters to add to the authorization request, such as {@code audience}. */
    Map<String, String> parameters();

    /**
     * Whether signing out also ends the session at the issuer. Has to be false with an issuer that has no
     * {@code end_session_endpoint}.
     */
    @WithDefault("true")
    boolean endAtIssuer();
}
